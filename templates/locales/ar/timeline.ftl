# An event's mail: who gets what, when; words, times, messages, announcements.

mail-title = البريد
mail-nav-label = صفحات البريد
mail-nav-timeline = من يتلقى ماذا ومتى
mail-nav-messages = الرسائل
mail-nav-announcements = الإعلانات
mail-nav-words = الصياغة
mail-nav-times = المواعيد
mail-back = العودة إلى الجدول الزمني
mail-subject = الموضوع
mail-untranslated = غير مترجم
mail-coming = ما سيُرسل
mail-now = الآن
mail-nothing-coming = لا شيء مقرر
mail-nothing-coming-text = يظهر هنا كل ما سترسله الفعالية إلى كثيرين، مع موعده وعدده، قبل أن يُرسل.
mail-gone = ما أُرسل إلى كثيرين
mail-personal = إلى الأفراد واحداً واحداً
mail-personal-lead = تُرسل رسائل التأكيد والقرارات فور صدورها.
mail-personal-none = لا شيء حتى الآن.
mail-draft = هذه الفعالية مسودة: لا شيء مقرر ولا شيء يُرسل قبل نشرها.
mail-cancelled = أُلغيت هذه الفعالية: لا يُرسل بعد الآن إلا ما يخص الإلغاء.
mail-link-held = الرابط موقوف مع أن موعده قد حان: لم يتلقه أحد. أطلقه في أقرب وقت.
mail-paused-operator = البريد كله متوقف.
mail-paused-server = يرفض خادم البريد تسلم الرسائل، ولذلك ينتظر البريد كله.
mail-paused-since = منذ { $moment } لا يُرسل شيء لأي فعالية.
mail-paused-owner = يمكن لأحد مالكي المؤسسة أن يطلقه من جديد.
mail-resume-all = أطلق البريد كله من جديد
mail-no-link = الرابط غير موجود. أدخله في «التفاصيل» فتُرسل الرسالة من تلقاء نفسها.
mail-total = { $count ->
    [zero] لا رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $count } رسائل
    [many] { $count } رسالة
   *[other] { $count } رسالة
}
mail-to-organisers = إلى القائمين على الفعالية
mail-to-lineup = { $count ->
    [zero] لا أحد من المشاركين في البرنامج
    [one] إلى شخص واحد من المشاركين في البرنامج
    [two] إلى شخصين من المشاركين في البرنامج
    [few] إلى { $count } أشخاص من المشاركين في البرنامج
    [many] إلى { $count } شخصاً من المشاركين في البرنامج
   *[other] إلى { $count } شخص من المشاركين في البرنامج
}
mail-in-language = { $language }: { $count }
mail-all-in-language = كلها بلغة واحدة: { $language }
mail-more-sessions = { $count ->
    [zero] ولا غيرها
    [one] وجلسة أخرى
    [two] وجلستان أخريان
    [few] و{ $count } جلسات أخرى
    [many] و{ $count } جلسة أخرى
   *[other] و{ $count } جلسة أخرى
}
mail-done-at = تُرسل آخرها نحو { $moment }.
mail-wait-held = موقوفة
mail-wait-skipped = متروكة
mail-wait-no-link = الرابط غير موجود
mail-wait-quiet = بعد ساعات الهدوء
mail-wait-word = تنتظر كلمتك
mail-when-you-say = متى قلت
mail-overtaken = غيّر شخص آخر الفعالية في اللحظة نفسها. راجعها ثم احفظ مرة أخرى
mail-preview = معاينة
mail-open = فتح
mail-words = تحرير صياغتها
mail-hold = إيقاف
mail-skip = ترك
mail-resume = إطلاق
mail-release = إرسال الرابط الآن
mail-one-by-one = الرسائل واحدة واحدة
mail-column-kind = الرسالة
mail-column-states = العدد
mail-column-actions = ما يمكن فعله

mail-kind-registered = تأكيد التسجيل
mail-kind-link = رابط المشاركة
mail-kind-withdrawn = سحب التسجيل
mail-kind-confirm_address = تأكيد العنوان
mail-kind-received = تسلّم الطلب
mail-kind-waitlisted = في قائمة الانتظار
mail-kind-known = مسجّل من قبل
mail-kind-approved = قبول الطلب
mail-kind-promoted = مقعد بعد الانتظار
mail-kind-offer = عرض مقعد
mail-kind-declined = رفض الطلب
mail-kind-decline_noted = اعتذار في التقويم
mail-kind-resent = إعادة إرسال
mail-kind-reminder = تذكير
mail-kind-changed = تغيّر شيء ما
mail-kind-cancelled = إلغاء الفعالية
mail-kind-alarm = تنبيه: الرابط غير موجود
mail-kind-lineup_invitation = دعوة إلى البرنامج
mail-kind-lineup_link = رابط المشاركين في البرنامج
mail-kind-announcement = إعلان
mail-kind-follow_up = متابعة
mail-kind-test = تجربة
mail-kind-retention = حذف البيانات قريباً
mail-kind-other = رسالة أخرى

mail-state-scheduled = تنتظر
mail-state-leased = تُرسل الآن
mail-state-retry = تُعاد المحاولة لاحقاً
mail-state-sent = أُرسلت
mail-state-failed = لم تُسلَّم
mail-state-suppressed = لم تعد لازمة
mail-state-uncertain = غير مؤكدة
mail-state-dead = تعذّر إعدادها

mail-state-count-scheduled = تنتظر: { $count }
mail-state-count-leased = تُرسل الآن: { $count }
mail-state-count-retry = تُعاد المحاولة: { $count }
mail-state-count-sent = أُرسلت: { $count }
mail-state-count-failed = لم تُسلَّم: { $count }
mail-state-count-suppressed = لم تعد لازمة: { $count }
mail-state-count-uncertain = غير مؤكدة: { $count }
mail-state-count-dead = تعذّر إعدادها: { $count }

mail-registration-unconfirmed = العنوان غير مؤكد
mail-registration-pending = بانتظار قرار
mail-registration-waitlisted = في قائمة الانتظار
mail-registration-confirmed = له مقعد
mail-registration-declined = مرفوض
mail-registration-cancelled = مسحوب

preview-title = معاينة: { $kind }
preview-in = الرسالة باللغة: { $language }
preview-frame = الرسالة كما تظهر، باللغة: { $language }
preview-text = النص نفسه من غير تنسيق
preview-of-person = باللغة: { $language }، كما تصل إلى
preview-of-sample = كما تصل إلى من سجّل للتو.
preview-placeholder = يقوم عنوان بديل مقام رابط المشاركة، ولا تؤدي روابط الصفحة الشخصية إلى شيء.
preview-languages = لغات الرسالة
preview-search-title = لشخص بعينه
preview-search = الاسم أو العنوان
preview-search-submit = بحث
preview-nobody = لا أحد مسجّل بهذا الاسم.
preview-sample = العودة إلى المثال

test-title = أرسل تجربة إليّ
test-lead = تصل إلى { $address } معلّمة بأنها تجربة، من غير موعد في التقويم.
test-languages = اللغات
test-submit = إرسال التجربة
test-subject = [تجربة] { $subject }

placeholders-lead = تُملأ هذه المواضع عند كتابة الرسالة. والقوس المقصود لذاته يُكتب مرتين.
placeholder-title = عنوان الفعالية
placeholder-date = اليوم أو الأيام
placeholder-hours = من أي ساعة إلى أي ساعة، مع المنطقة الزمنية
placeholder-organiser = الجهة المنظِّمة
placeholder-closes = آخر دقيقة للتسجيل

phrase-unknown = ليس «{ $name }» من المواضع المعروفة. استعمل أحد المواضع المذكورة، أو اكتب القوسين مرتين
phrase-many = استعمل 50 موضعاً أو أقل
phrase-open = أغلق القوس «{"{"}»، أو اكتبه مرتين
phrase-close = افتح القوس «{"}"}»، أو اكتبه مرتين
phrase-link = احذف رابط الاجتماع: لا تحمله إلا الرسالة الخاصة بالرابط
phrase-subject-long = اختصر الموضوع إلى 150 حرفاً أو أقل
phrase-lead-long = اختصر المقدمة إلى 2000 حرف أو أقل
phrase-text-long = اختصر النص إلى 20000 حرف أو أقل
phrase-in = { $what } ({ $language })

words-title = الصياغة
words-lead = لكل رسالة صياغة منا بكل لغة. ضع صياغتك مكانها: الموضوع والمقدمة لك، والوقائع تحتهما تبقى.
words-column-own = صياغتك
words-ours = صياغتنا
words-of = صياغة: { $kind }
words-back = كل الصياغات
words-form-lead = اترك الحقل فارغاً فتبقى صياغتنا في مكانه.
words-lead-field = المقدمة
words-submit = حفظ الصياغة

times-title = المواعيد
times-reminders = التذكيرات
times-reminders-hint = قبل بدء كل جلسة بهذه المدة. والصف الفارغ ليس تذكيراً.
times-count = التذكير { $number }
times-unit = الوحدة
times-unit-m = دقائق
times-unit-h = ساعات
times-unit-d = أيام
times-quiet = ساعات الهدوء
times-quiet-hint = في هذه الساعات بتوقيت الفعالية لا يُرسل ما يذهب إلى كثيرين، ما لم يفت أوانه بالتأخير. اترك الحقلين فارغين إن لم تُرد ذلك.
times-quiet-from = من
times-quiet-to = إلى
times-submit = حفظ المواعيد
times-moved-lead = بهذه الأوقات يتغير إرسال الرسائل أدناه. لم يُحفظ شيء بعد.
times-moved-same = { $count ->
    [zero] لا شيء آخر يبقى كما كان.
    [one] دفعة أخرى واحدة تُرسل كما كانت.
    [two] دفعتان أخريان تُرسلان كما كانتا.
    [few] { $count } دفعات أخرى تُرسل كما كانت.
    [many] { $count } دفعة أخرى تُرسل كما كانت.
   *[other] { $count } دفعة أخرى تُرسل كما كانت.
}
times-count-malformed = أدخل عدداً صحيحاً من 1 إلى 999
times-quiet-missing = أدخل وقتي ساعات الهدوء كليهما، أو اتركهما فارغين
times-quiet-malformed = أدخل وقتاً مثل 22:00
times-quiet-same = أدخل وقتين مختلفين

messages-title = الرسائل
messages-all-kinds = كل الأنواع
messages-all-states = كل الحالات
messages-state = الحالة
messages-filter = عرض
messages-total = { $count ->
    [zero] لا رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $count } رسائل
    [many] { $count } رسالة
   *[other] { $count } رسالة
}
messages-who = إلى
messages-due = متى
messages-reply = آخر ما قاله خادم البريد
messages-id = معرّف الرسالة
messages-organisers = المنظّمون
messages-attempts = { $count ->
    [zero] لم تُحاوَل
    [one] محاولة واحدة
    [two] محاولتان
    [few] { $count } محاولات
    [many] { $count } محاولة
   *[other] { $count } محاولة
}
messages-send-retry = إعادة المحاولة
messages-send-again = إرسالها مرة أخرى
messages-send-now = إرسالها الآن
messages-give-up = التخلي عنها
messages-pages = صفحات الرسائل
messages-first = الأحدث
messages-next = الأقدم
messages-none = لا رسائل هنا
messages-none-text = متى أرسلت الفعالية شيئاً ظهرت هنا كل رسالة مع ما آلت إليه.

announce-title = الإعلانات
announce-new = كتابة إعلان
announce-back = كل الإعلانات
announce-none = لم يُعلن شيء بعد
announce-none-text = أخبر المشاركين بالجديد، أو أرسل التسجيل المصوَّر بعد الختام. وترى ما سيحدث قبل أن يُرسل شيء.
announce-drafts = المسودات
announce-written = آخر كتابة { $moment }
announce-past = ما قُدِّم
announce-when = متى
announce-made = الرسائل
announce-sent = المرسَل
announce-standing-waits = ينتظر
announce-standing-begun = يُرسل
announce-standing-gone = انتهى
announce-standing-stopped = أُوقف
announce-standing-late = فات أوانه
announce-texts = ما تقوله
announce-texts-hint = يُكتب النص بصيغة Markdown. ومن لا نص بلغته يتلقاه بلغة أخرى مع الإشارة إلى ذلك.
announce-text = النص
announce-to-whom = إلى من ومتى
announce-kind = ما هو
announce-kind-announcement = إعلان قبل الفعالية أو في أثنائها
announce-kind-follow_up = متابعة بعد الفعالية
announce-to = إلى
announce-to-confirmed = أصحاب المقاعد
announce-to-waitlisted = من في قائمة الانتظار
announce-to-pending = من ينتظرون قراراً
announce-to-everybody = هؤلاء جميعاً
announce-mode = طريقة الحضور
announce-mode-any = بأي طريقة
announce-mode-online = عبر الإنترنت
announce-mode-in_person = حضورياً
announce-session = الجلسة
announce-session-any = أي جلسة
announce-languages = لقرّاء هذه اللغات فقط
announce-languages-hint = لا تختر شيئاً ليصل إلى قرّاء كل اللغات.
announce-send-at = موعد الإرسال
announce-send-at-hint = بتوقيت الفعالية ({ $zone }). إن تُرك فارغاً أُرسل فوراً، أو عند ختام الفعالية إن كان متابعة.
announce-recording = رابط التسجيل المصوَّر
announce-survey = رابط الاستبيان
announce-check = مراجعة قبل الإرسال
announce-subject-missing = أدخل موضوعاً بلغة واحدة على الأقل
announce-text-missing = أدخل نصاً بلغة واحدة على الأقل
announce-pair-missing = أدخل الموضوع والنص معاً باللغة: { $language }، أو اتركهما فارغين
announce-send-at-malformed = أدخل يوماً وساعة مثل 2026-11-24T10:00
announce-send-at-impossible = أدخل وقتاً آخر: هذا الوقت غير موجود أو مكرر بسبب تغيير الساعة
announce-send-at-past = أدخل وقتاً لم يحن بعد
announce-send-at-late = أدخل وقتاً قبل ختام الفعالية
announce-send-at-long = أدخل وقتاً في غضون 14 يوماً بعد ختام الفعالية
announce-link-malformed = أدخل عنواناً يبدأ بـ https://
announce-link-kind = مكان رابط التسجيل أو الاستبيان هو المتابعة
announce-slug = اكتب الاسم القصير للفعالية كي يُرسل إلى هذا العدد
announce-slug-wrong = اكتب الاسم القصير كما هو تماماً
announce-not-published = الفعالية غير منشورة أو أُلغيت: لا يمكن الإعلان عن شيء
announce-over = انتهت الفعالية: اكتب متابعة بدلاً من ذلك
announce-long-over = انتهت الفعالية قبل أكثر من 14 يوماً
announce-before = أُعلن الشيء نفسه من قبل. أرسله ثانية إن كنت تقصد ذلك
announce-progress = أُرسل { $sent } من { $count ->
    [zero] لا رسائل
    [one] رسالة واحدة
    [two] رسالتين
    [few] { $count } رسائل
    [many] { $count } رسالة
   *[other] { $count } رسالة
}
announce-rest = { $count ->
    [zero] لا رسائل تنتظر { $moment }.
    [one] تنتظر رسالة واحدة وتُرسل { $moment }.
    [two] تنتظر رسالتان وتُرسلان { $moment }.
    [few] تنتظر { $count } رسائل وتُرسل { $moment }.
    [many] تنتظر { $count } رسالة وتُرسل { $moment }.
   *[other] تنتظر { $count } رسالة وتُرسل { $moment }.
}
announce-stop = إيقاف
announce-stop-text = { $count ->
    [zero] يمنع الإيقاف كل ما لم يُرسل بعد.
    [one] يمنع الإيقاف الرسالة التي لم تُرسل بعد.
    [two] يمنع الإيقاف الرسالتين اللتين لم تُرسلا بعد.
    [few] يمنع الإيقاف { $count } رسائل لم تُرسل بعد.
    [many] يمنع الإيقاف { $count } رسالة لم تُرسل بعد.
   *[other] يمنع الإيقاف { $count } رسالة لم تُرسل بعد.
}

draft-title = مراجعة قبل الإرسال
draft-edit = تحرير
draft-consequences = ما سيحدث
draft-at = يُرسل { $moment }.
draft-now = يُرسل فوراً.
draft-ahead = تسبق أول الرسائل وعددها { $count }، واحدة بكل لغة، ثم تلحق بها البقية { $moment }. ويمكنك الإيقاف حتى ذلك الحين.
draft-silent = لا نص بهذه اللغات:
draft-send = { $count ->
    [zero] تقديمه
    [one] إرسال رسالة واحدة
    [two] إرسال رسالتين
    [few] إرسال { $count } رسائل
    [many] إرسال { $count } رسالة
   *[other] إرسال { $count } رسالة
}
draft-send-again = إرساله ثانية مع ذلك
draft-discard = حذف المسودة
draft-discard-text = لم يُخبر بها أحد.

done-mail-held = أُوقفت. لا يُرسل منها شيء حتى تطلقها.
done-mail-skipped = تُركت. لن تُرسل.
done-mail-resumed = أُطلقت من جديد.
done-mail-moved-on = تغيّرت الخطة في هذه الأثناء. راجعها من جديد.
done-mail-released = أُطلق الرابط: يُرسل الآن.
done-mail-going = البريد يُرسل من جديد.
done-mail-words = حُفظت الصياغة. وتُستعمل في كل ما يُرسل من الآن.
done-mail-times = حُفظت المواعيد. ويعرضها الجدول الزمني.
done-mail-tested = { $n ->
    [zero] لا تجارب في الطريق.
    [one] التجربة في طريقها إليك.
    [two] تجربتان في طريقهما إليك.
    [few] { $n } تجارب في طريقها إليك.
    [many] { $n } تجربة في طريقها إليك.
   *[other] { $n } تجربة في طريقها إليك.
}
done-message-due = تُرسل الآن.
done-message-not = لا يمكن إرسالها من جديد: أُرسلت، أو فات أوانها، أو حلّت محلها أحدث منها.
done-message-given-up = تُخلّي عنها.
done-announced = قُدِّم.
done-announcement-stopped = { $n ->
    [zero] أُوقف. لم تُمنع أي رسالة.
    [one] أُوقف. مُنعت رسالة واحدة.
    [two] أُوقف. مُنعت رسالتان.
    [few] أُوقف. مُنعت { $n } رسائل.
    [many] أُوقف. مُنعت { $n } رسالة.
   *[other] أُوقف. مُنعت { $n } رسالة.
}
done-announcement-over = لم يبق منه ما يُمنع.
done-draft-discarded = حُذفت المسودة.
