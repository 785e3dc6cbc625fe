# The workspace: what stands around its pages, signing in, the list of events.

nav-label = مساحة العمل
nav-events = الفعاليات
nav-people = الأشخاص
nav-team = الفريق
nav-log = السجل
nav-trash = المحذوفات
nav-account = حسابك
nav-turn-to = الانتقال إلى { $name }
nav-sign-out = تسجيل الخروج

event-tabs-label = هذه الفعالية
event-public-page = الصفحة العامة
tab-overview = نظرة عامة
tab-edit = التفاصيل
tab-lineup = المشاركون
tab-registrations = التسجيلات
tab-mail = الرسائل
tab-check-in = تسجيل الحضور
tab-figures = الأرقام
tab-log = السجل
event-state-draft = مسودة
event-state-published = منشورة
event-state-cancelled = ملغاة
event-state-over = منتهية

sign-in-title = تسجيل الدخول
sign-in-lead = لمن ينظّمون الفعاليات هنا. اكتب عنوان بريدك ليصلك رمز بالبريد.
sign-in-turned-back = هذه الصفحة للمنظّمين. اكتب عنوان بريدك ليصلك رمز بالبريد.
sign-in-anew = لا تتغير طريقة الدخول ولا مالكو المؤسسة إلا خلال 15 دقيقة من تسجيل الدخول. اكتب عنوان بريدك ليصلك رمز بالبريد، ثم تعود إلى هنا.
sign-in-email = عنوان بريدك الإلكتروني
sign-in-email-missing = اكتب عنوان بريدك الإلكتروني
sign-in-email-malformed = اكتب عنواناً مثل name@example.org
sign-in-submit = أرسلوا إليّ رمزاً
sign-in-code-title = اكتب الرمز
sign-in-code-lead = إن كان العنوان لأحد المنظّمين فستصل رسالة من { $sender } فيها رمز من 8 أرقام، يصلح في هذا المتصفّح وحده لمدّة { $count ->
    [zero] أقلّ من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}.
sign-in-code = الرمز
sign-in-code-missing = اكتب الرمز الوارد في الرسالة
sign-in-code-wrong = ليس هذا رمز الرسالة الأخيرة. تحقّق من الأرقام أو اطلب رمزاً جديداً
sign-in-code-often = جُرّبت رموز كثيرة. اطلب رمزاً جديداً
sign-in-code-over = استُعمل هذا الرمز أو انتهت مدّته. اطلب رمزاً جديداً
sign-in-code-submit = تسجيل الدخول
sign-in-code-again = طلب رمز جديد
sign-in-link-lead = يسجّل هذا الرابط دخولك في هذا المتصفّح، ويصلح مرّة واحدة.
sign-in-link-submit = تسجيل الدخول

first-title = أهلاً بك
first-lead = لا أحد ينظّم فعاليات هنا بعد. عرّف بنفسك لتكون أوّل المنظّمين.
first-organisation = اسم مؤسّستك
first-organisation-hint = كما يعرفها المشاركون؛ ويظهر أعلى كل صفحة.
first-name = اسمك
first-organisation-missing = اكتب اسم مؤسّستك
first-name-missing = اكتب اسمك
first-submit = ابدأ

role-assistant = مساعد
role-assistant-hint = يسجّل الحضور ويرى القوائم من دون العناوين
role-organiser = منظّم
role-organiser-hint = يدير الفعاليات: الصفحات والمشاركين والتسجيلات والرسائل
role-owner = مالك
role-owner-hint = كل شيء، والفريق أيضاً

desk-home-title = الفعاليات
desk-home-new = فعالية جديدة
desk-home-event = الفعالية
desk-home-when = الموعد
desk-home-state = الحالة
desk-home-taken = المقاعد المحجوزة
desk-home-waiting = قيد الانتظار
desk-home-past = المنتهية والملغاة
desk-home-empty-title = لا فعاليات بعد
desk-home-empty-text = يكفي للبداية عنوان ويوم ورابط وموعد إغلاق التسجيل. لا يراها أحد قبل أن تنشرها.

done-signed-in = تمّ تسجيل دخولك.
done-language = تغيّرت اللغة.
done-invited = الدعوة في طريقها.
done-invitation-withdrawn = سُحبت الدعوة.
done-invitation-accepted = انضممت إلى الفريق.
done-role-given = تغيّر الدور.
done-role-taken = سُحب الدور وسُجّل الخروج من متصفّحات صاحبه.
done-last-owner = لم يتغيّر شيء: لا بدّ للفريق من مالك. اجعل غيره مالكاً أولاً.
done-profile = حُفظ.
done-password-set = حُفظت كلمة المرور، وسُجّل خروجك من المتصفّحات الأخرى.
done-password-removed = أُزيلت كلمة المرور. تسجّل دخولك برموز تصلك بالبريد.
done-device-added = أُضيف الجهاز، وسُجّل خروجك من المتصفّحات الأخرى.
done-device-removed = أُزيل الجهاز.
done-signed-out-elsewhere = سُجّل خروجك من المتصفّحات الأخرى.

copy = نسخ
copied = نُسخ

sign-in-by-password = تسجيل الدخول بكلمة مرور
sign-in-by-code = إرسال رمز بالبريد بدلاً من ذلك
sign-in-password = كلمة المرور
sign-in-password-wrong = العنوان أو كلمة المرور أو كلمة المرور المؤقّتة ليست صحيحة. تحقّق منها أو اطلب رمزاً بالبريد
sign-in-password-often = جُرّبت كلمات مرور كثيرة. انتظر ربع ساعة أو اطلب رمزاً بالبريد
sign-in-device = كلمة المرور المؤقّتة
sign-in-device-hint = ما يعرضه جهازك، إن كنت قد أضفت جهازاً.
sign-in-device-wrong = ليس هذا ما يعرضه جهازك الآن. انتظر الكلمة التالية

invitation-title = تنظيم الفعاليات مع { $organisation }
invitation-accept = قبول
invitation-sign-in = الدعوة موجّهة إلى { $email }، ولصاحب العنوان حساب هنا. سجّل دخولك ثم اقبلها.
invitation-sign-out = الدعوة موجّهة إلى { $email }، وأنت مسجّل الدخول باسم { $who }. سجّل خروجك ثم افتح الرابط من جديد.

team-name = الاسم
team-role = الدور
team-event = الفعاليات
team-all-events = كل الفعاليات
team-you = (أنت)
team-change = تغيير
team-remove = بلا دور
team-save = حفظ
team-invited = المدعوون
team-until = حتى
team-withdraw = سحب
team-invite = دعوة شخص
team-email = عنوان بريده الإلكتروني
team-invite-submit = إرسال الدعوة

account-name = اسمك
account-language = لغة الصفحات والرسائل
account-save = حفظ
account-password-title = كلمة المرور
account-password-lead = ليست ضرورية: الرموز تصلك بالبريد. وهي تفيد حيث يبطئ البريد.
account-password = كلمة مرور جديدة
account-password-hint = { $count ->
    [zero] بلا حدّ أدنى.
    [one] حرف واحد على الأقل.
    [two] حرفان على الأقل.
    [few] { $count } أحرف على الأقل: الجملة سهلة الحفظ.
    [many] { $count } حرفاً على الأقل: الجملة سهلة الحفظ.
   *[other] { $count } حرف على الأقل: الجملة سهلة الحفظ.
}
account-password-short = اكتب 15 حرفاً على الأقل: الجملة سهلة الحفظ
account-password-set = حفظ كلمة المرور
account-password-change = تغيير كلمة المرور
account-password-remove = إزالة كلمة المرور
account-device-title = كلمات المرور المؤقّتة
account-device-lead = يعرض برنامج في هاتفك كلمة جديدة كل نصف دقيقة. به لا يدخل أحد بصندوق بريدك وحده.
account-device-there = أُضيف جهاز.
account-device-add = إضافة جهاز
account-device-remove = إزالة الجهاز
account-browsers-title = المتصفّحات الأخرى
account-browsers-end = تسجيل الخروج منها كلها
account-anew-title = طريقة دخولك
account-anew-lead = لتغيير طريقة دخولك سجّل الدخول من جديد أولاً، فقد مضى على دخولك في هذا المتصفح أكثر من 15 دقيقة، أو كان بالدخول الموحّد.
account-anew = تسجيل الدخول من جديد
device-lead = أدخل هذا المفتاح في برنامج كلمات المرور المؤقّتة في هاتفك، ثم اكتب هنا ما يعرضه.
device-open = فتحه على هذا الجهاز
device-code = ما يعرضه الجهاز
device-code-wrong = ليس هذا ما يعرضه الجهاز الآن. تحقّق من المفتاح أو انتظر الكلمة التالية
device-submit = إضافة الجهاز
