# The registration form.

form-title = التسجيل
form-title-waitlist = الانضمام إلى قائمة الانتظار
form-lead-waitlist = حُجزت المقاعد كلها. نُعلم المدرجين في قائمة الانتظار بالبريد الإلكتروني كلما شغر مقعد.
form-submit = سجّل
form-submit-waitlist = انضم إلى قائمة الانتظار
form-kept = { $count ->
    [zero] تُستخدم إجاباتك لهذه الفعالية فقط وتُحذف عند انتهائها.
    [one] تُستخدم إجاباتك لهذه الفعالية فقط وتُحذف بعد يوم واحد من انتهائها.
    [two] تُستخدم إجاباتك لهذه الفعالية فقط وتُحذف بعد يومين من انتهائها.
    [few] تُستخدم إجاباتك لهذه الفعالية فقط وتُحذف بعد { $count } أيام من انتهائها.
    [many] تُستخدم إجاباتك لهذه الفعالية فقط وتُحذف بعد { $count } يوماً من انتهائها.
   *[other] تُستخدم إجاباتك لهذه الفعالية فقط وتُحذف بعد { $count } يوم من انتهائها.
}
optional = (اختياري)
yes = نعم
no = لا

field-name = الاسم الكامل
field-name-hint = الاسم الذي تراه الجهة المنظِّمة، ولا يُتحقَّق منه بأي وثيقة.
field-email = البريد الإلكتروني
field-email-hint = نرسل إليه التأكيد وكل ما يتعلق بالفعالية.
field-mode = كيف ستشارك؟
mode-online = عبر الإنترنت
mode-online-hint = يصلك الرابط بالبريد الإلكتروني.
mode-in_person = حضورياً
field-organisation = المؤسسة
field-position = المنصب
field-country = البلد
field-listening = بأي لغة ستستمع؟
field-listening-hint = تتوفر الترجمة بين هذه اللغات.
field-session = أي الجلسات ستحضر؟
field-code = الرمز
field-code-hint = تجده في دعوتك.
question-if = أجب فقط إذا كان جوابك عن «{ $question }» هو «{ $answer }».

error-prefix = خطأ:
error-summary = صحّح ما يلي ثم أرسل الاستمارة من جديد

problem-name-missing = أدخل اسمك الكامل
problem-email-missing = أدخل عنوان بريدك الإلكتروني
problem-email-malformed = أدخل عنوان بريد إلكتروني على صيغة name@example.org
problem-email-long = أدخل عنوان بريد إلكتروني لا يتجاوز 254 حرفاً
problem-mode-missing = اختر المشاركة عبر الإنترنت أو حضورياً
problem-organisation-missing = أدخل اسم مؤسستك
problem-position-missing = أدخل منصبك
problem-country-missing = أدخل اسم بلدك
problem-listening-unknown = اختر لغة من اللغات المدرجة
problem-session-missing = اختر جلسة واحدة على الأقل
problem-session-unknown = اختر من الجلسات المدرجة
problem-answer-missing = أجب عن السؤال: { $question }
problem-choice-unknown = اختر من الإجابات المدرجة: { $question }
problem-consent-missing = ضع علامة في هذا المربع لتتمكن من التسجيل: { $text }
problem-code-missing = أدخل الرمز الوارد في دعوتك
problem-code-unknown = أدخل الرمز تماماً كما ورد في دعوتك
problem-text-long = { $count ->
    [zero] اختصر إجابتك
    [one] اختصر إجابتك إلى حرف واحد
    [two] اختصر إجابتك إلى حرفين
    [few] اختصر إجابتك إلى { $count } أحرف
    [many] اختصر إجابتك إلى { $count } حرفاً
   *[other] اختصر إجابتك إلى { $count } حرف
}
problem-code-used-up = اطلب رمزاً آخر من الجهة المنظِّمة: بلغ هذا الرمز أقصى عدد من مرات الاستخدام
problem-code-expired = اطلب رمزاً آخر من الجهة المنظِّمة: انتهت صلاحية هذا الرمز
