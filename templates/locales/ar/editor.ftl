# إنشاء فعالية وتعديلها.

new-event-title = فعالية جديدة
new-event-lead = الأساسيات أولاً. لكل ما عداها قيمة افتراضية مناسبة يمكن تغييرها لاحقاً.
new-event-submit = المتابعة إلى قائمة التحقق

edit-title = العنوان
edit-date = التاريخ
edit-starts = البداية
edit-ends = النهاية
edit-zone = المنطقة الزمنية
edit-zone-hint = اكتب اسم مدينة مثل Beirut ثم اختر من القائمة.
edit-format = طريقة المشاركة
edit-format-online = عبر الإنترنت
edit-format-in_person = حضورياً
edit-format-hybrid = مدمجة: حضورياً وعبر الإنترنت
edit-languages = لغات الحديث
edit-languages-hint = تُستخدم الأولى حيث لا يوجد النص بلغة أخرى.
edit-page-languages = لغات صفحة الفعالية
edit-page-languages-hint = اتركها فارغة إن كانت هي لغات الحديث.
edit-link = رابط الانضمام
edit-link-hint = لا يصل إلا إلى من لهم مقاعد، بالبريد الإلكتروني، وليس قبل الإفراج عنه.
edit-closes = إغلاق التسجيل
edit-closes-hint = تُحتسب الدقيقة كاملة: 23:59 تعني حتى منتصف الليل. إن تُرك فارغاً فهو قبل البداية الأولى بساعتين ويتحرك معها، أما التاريخ المذكور هنا فيبقى في مكانه.
edit-capacity = المقاعد
edit-capacity-hint = في القاعة، أو عبر الإنترنت حيث لا قاعة. إن تُرك فارغاً فلا حدّ للعدد.
edit-kind = نوع الفعالية
edit-visibility = من يمكنه العثور عليها
edit-visibility-public = الجميع: تظهر في قائمة الفعاليات
edit-visibility-unlisted = من لديهم عنوانها فقط
edit-visibility-sensitive = من لديهم عنوانها فقط، ولا تذكرها رسالة ولا مدخل في التقويم
edit-contact = عنوان الأسئلة
edit-contact-hint = إن تُرك فارغاً فالأسئلة تصل إلى العنوان الذي تأتي منه الرسائل.
edit-summary = الملخص
edit-summary-hint = جملة واحدة تظهر تحت العنوان.
edit-description = الوصف
edit-description-hint = بصيغة Markdown: السطر الفارغ يبدأ فقرة، و*النجمتان* للإبراز، و[كلمات](‎https://…‎) لرابط.
edit-venue-name = اسم المكان
edit-venue-address = العنوان
edit-city = المدينة
edit-country = البلد
edit-map = رابط الخريطة
edit-from = من
edit-to = إلى
edit-mode = الطريقة
edit-mode-simultaneous = فورية
edit-mode-consecutive = تتابعية
edit-mode-sign = لغة الإشارة
edit-session-title = عنوان الجلسة
edit-abstract = موضوعها
edit-place = القاعة
edit-session-languages = لغات الحديث فيها
edit-session-languages-hint = اتركها فارغة إن كانت لغات الفعالية.
edit-session-capacity-in_person = المقاعد في القاعة
edit-session-capacity-online = المقاعد عبر الإنترنت
edit-role = الدور
edit-role-organiser = منظِّم
edit-role-partner = شريك
edit-role-supporter = داعم
edit-role-sponsor = راعٍ
edit-role-media_partner = شريك إعلامي
edit-name = الاسم
edit-short = الاسم المختصر
edit-web = الموقع الإلكتروني
edit-disclaimer = كلمات يجب أن ترد إلى جانب الاسم
edit-opens = فتح التسجيل
edit-opens-hint = إن تُرك فارغاً فهو مفتوح فور نشر الفعالية.
edit-capacity-in_person = المقاعد في القاعة
edit-capacity-online = المقاعد عبر الإنترنت
edit-waitlist = الاحتفاظ بقائمة انتظار عند امتلاء المقاعد
edit-approval = البتّ في كل طلب
edit-invitation-only = برمز فقط
edit-confirm-address = تأكيد كل عنوان قبل إعطاء المقعد
edit-per-session = اختيار الجلسات متاح للمسجَّلين
edit-ask-organisation = السؤال عن المؤسسة
edit-ask-position = السؤال عن المنصب
edit-ask-country = السؤال عن البلد
edit-asked-no = دون سؤال
edit-asked-optional = سؤال يمكن تركه فارغاً
edit-asked-required = سؤال تجب الإجابة عنه
edit-purpose = سبب الحاجة إليه
edit-purpose-hint = يظهر إلى جانب الحقل. يجيب الناس عمّا يفهمون الحاجة إليه.
edit-label = السؤال
edit-question-kind = نوع الإجابة
edit-question-kind-text = سطر واحد
edit-question-kind-long_text = عدة أسطر
edit-question-kind-choice = واحدة من عدة إجابات
edit-question-kind-choices = أيّ عدد من الإجابات
edit-question-kind-yes_no = نعم أو لا
edit-options = الإجابات المتاحة
edit-options-hint = واحدة في كل سطر، بالترتيب نفسه في كل لغة. بعد بدء التسجيل أضف الجديد في النهاية فقط.
edit-required = تجب الإجابة عنه
edit-condition = يُسأل فقط إذا
edit-condition-if = كانت إجابة «{ $question }» هي «{ $answer }»
edit-consent = ما يوافق عليه الناس
edit-consent-required = لا تسجيل من دونها
edit-code = الرمز
edit-places = عدد من يمكنهم استخدامه
edit-places-hint = إن تُرك فارغاً فلا حدّ للعدد.
edit-expires = صالح حتى
edit-code-unlimited = أيّ عدد من الأشخاص
edit-code-places = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصاً
   *[other] { $count } شخص
}
edit-rules = قاعدة القاعة
edit-rules-on_record = علنية: يجوز نقل ما يقال
edit-rules-chatham_house = قاعدة تشاتام هاوس: يجوز استخدام ما يقال دون ذكر قائله
edit-rules-none = لم تُعلن قاعدة
edit-recording = تُسجَّل الفعالية
edit-photography = تُلتقط صور
edit-provider = الخدمة
edit-provider-other = خدمة أخرى
edit-service = إعداد رابط خاص بكل شخص
edit-service-hint = يُعدّه خادم الخدمة المختارة أعلاه لحظة حضور الشخص، ويحمل اسمه، ويدير مديرو الجلسة القاعة. وتحمل الرسائل وإدخالات التقويم صفحة خاصة بكل مشارك تقود إليه، فلا رابط فيها يمكن تمريره. لا يتاح ذلك إلا مع خدمة أعدّها مشغّل هذا الموقع، ومن دون رابط أدناه.
edit-lineup-link = رابط المتحدثين والميسّرين والمترجمين
edit-lineup-link-hint = يصل إليهم وحدهم، أياً كان حال التسجيل. ينبغي أن يختلف عن الرابط أعلاه.
edit-release = موعد وصول الرابط إلى الحضور
edit-release-after_close = بعد إغلاق التسجيل
edit-release-on_confirmation = فور تأكيد المقعد
edit-release-manual = حين يفرج عنه منظِّم
edit-join-page = عنوان شخصي لكل مشارك يقود إلى الرابط
edit-join-page-hint = تحمل الرسائل وإدخالات التقويم عندئذٍ صفحة خاصة بكل مشارك: تقوده إلى الرابط قبل البداية بنصف ساعة، أياً كان الرابط حينها. وثمن ذلك: يتوقف الانضمام على عمل هذه الخدمة في تلك الدقيقة، ولا تعرض التقويمات زر الاجتماع. ومن دون ذلك تحمل الرسائل الرابط نفسه: فإن تغيّر لزم إبلاغ الناس بالبريد، وتُظهره التقويمات المشتركة مع الزملاء.
edit-recording-link = تسجيل أو ملاحظات
edit-recording-link-hint = رابط يجده من كان لهم مقاعد على صفحاتهم الشخصية بعد انتهاء الاجتماع.
edit-tech-check = ابتداءً من
edit-tech-check-hint = إن تُرك فارغاً فلا اختبار.
edit-tech-note = أين، وماذا يُحضَر
edit-reminders = التذكيرات قبل كل جلسة
edit-before-minutes = { $count ->
    [zero] في موعدها
    [one] قبل دقيقة
    [two] قبل دقيقتين
    [few] قبل { $count } دقائق
    [many] قبل { $count } دقيقة
   *[other] قبل { $count } دقيقة
}
edit-before-hours = { $count ->
    [zero] في موعدها
    [one] قبل ساعة
    [two] قبل ساعتين
    [few] قبل { $count } ساعات
    [many] قبل { $count } ساعة
   *[other] قبل { $count } ساعة
}
edit-before-days = { $count ->
    [zero] في يومها
    [one] قبل يوم
    [two] قبل يومين
    [few] قبل { $count } أيام
    [many] قبل { $count } يوماً
   *[other] قبل { $count } يوم
}
edit-quiet-from = ساعات الهدوء من
edit-quiet-from-hint = ما يُرسل إلى كثيرين ينتظر انتهاءها، إلا إذا كان سيصل متأخراً. فارغ يعني أنه لا ساعات هدوء.
edit-quiet-to = ساعات الهدوء حتى
edit-reply-to = عنوان الردود
edit-reply-to-hint = إن تُرك فارغاً فالردود تصل إلى عنوان الأسئلة.
edit-retention = مدة حفظ البيانات الشخصية بعد الفعالية
edit-kept-days = { $count ->
    [zero] لا تُحفظ
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يوماً
   *[other] { $count } يوم
}
edit-side = أيّ الوقتين هو المقصود؟
edit-side-hint = تعود الساعات إلى الوراء في تلك الليلة، ويأتي هذا الوقت مرتين.
edit-side-earlier = الأبكر ({ $offset })
edit-side-later = المتأخر ({ $offset })

editor-none = بلا
editor-unnamed = من دون اسم
editor-nothing = لا شيء
editor-untranslated = لم يُترجم بعد
editor-meanwhile = كتب شخص آخر في هذه الأثناء: { $value }
editor-rank-1 = الأولى
editor-rank-2 = الثانية
editor-rank-3 = الثالثة
editor-rank-4 = الرابعة
editor-save = حفظ
editor-up = نقل إلى أعلى
editor-remove = إزالة
editor-moved = نُقل إلى أعلى
editor-removed = أُزيل
editor-not-saved = لم يُحفظ شيء
editor-field-in-language = { $field } باللغة { $language }

flaw-missing = املأ الحقل: { $field }
flaw-unknown = اختر من المتاح: { $field }
flaw-twice = اثنان من هذه متماثلان: { $field }
flaw-gap = تقفز الساعات فوق هذا الوقت في تلك الليلة. اختر { $before } أو { $after }
flaw-fold = تعود الساعات إلى الوراء في تلك الليلة ويأتي هذا الوقت مرتين. اختر أيهما المقصود
flaw-ends-before-start = اختر نهاية بعد البداية
flaw-closes-after-end = أغلق التسجيل قبل انتهاء الجلسة الأخيرة
flaw-closes-before-opening = أغلق التسجيل بعد فتحه
flaw-tells-link = احذف رابط الانضمام من هذا النص، فالجميع يقرؤه
flaw-told-link = يرد هذا الرابط في نص يقرؤه الجميع. احذفه من هناك أولاً
flaw-no-service = اختر الخدمة: { $offered }
flaw-link-for-each = احذف هذا الرابط: تُعدّ الخدمة رابطاً لكل شخص
flaw-in-use = هناك مسجَّلون لهذا. انقل تسجيلاتهم أولاً
flaw-survey-answered = أجاب بعضهم: يمكن تغيير صياغة سؤال وإضافة أسئلة جديدة، لكن لا يمكن حذف سؤال ولا تغيير نوع إجابته ولا خياراته ولا ترتيبها
flaw-needed = يُطرح سؤال بحسب إجابة معيّنة عن سؤال قبله. غيّر ذلك الشرط أولاً
flaw-malformed-email = أدخل عنواناً بصيغة name@example.org
flaw-malformed-web = أدخل عنواناً يبدأ بـ https:// أو http://
flaw-malformed-link = أدخل عنواناً يبدأ بـ https://
flaw-malformed-count = أدخل عدداً صحيحاً
flaw-malformed-zone = اختر منطقة زمنية من القائمة مثل Asia/Beirut
flaw-malformed-moment = أدخل تاريخاً ووقتاً
flaw-malformed-day = اختر يوماً
flaw-malformed-hour = أدخل وقتاً مثل 15:00
flaw-malformed-quiet = أدخل طرفَي ساعات الهدوء، على أن يختلفا
flaw-malformed-language = اختر لغة
flaw-malformed-phrase = اكتب القوس المعقوف مرتين حيث تقصده بذاته: {"{{"} و{"}}"}
flaw-malformed-slug = اكتب الاسم المختصر كما يرد هناك تماماً

time-note-after-gap = تقفز الساعات فوق هذا الوقت في تلك الليلة: تُحتسب أول لحظة بعده.
time-note-later-of-two = يأتي هذا الوقت مرتين في تلك الليلة: يُحتسب المتأخر.
time-note-picked = يأتي هذا الوقت مرتين في تلك الليلة: يُحتسب ما اخترته.
time-note-ignored = الفارق المذكور مع هذا الوقت غير مستخدم حينها، فلا يُحتسب.

parts-label = أجزاء الفعالية
part-basics = الأساسيات
part-basics-lead = ما هي، ومتى، وبأيّ اللغات.
part-texts = النصوص
part-texts-lead = كل نص بكل لغة من لغات الصفحة. وحيث ينقص نص يراه القراء بلغة أخرى.
part-programme = الجلسات
part-programme-lead = موعد كل جلسة. أما المشاركون فيها ففي صفحة المتحدثين.
part-venue = المكان
part-venue-lead = المكان الذي يأتي إليه الناس. إن تُرك فارغاً فسيُعلن لاحقاً.
part-hosts = الجهات
part-hosts-lead = المؤسسات المذكورة في الصفحة، بهذا الترتيب.
part-interpretation = الترجمة
part-interpretation-lead = من أيّ لغة وإلى أيّ لغة، وكيف.
part-registration = التسجيل
part-registration-lead = حتى متى يمكن التسجيل، ولكم شخص، وما يُسأل عنه غير الاسم والعنوان.
part-questions = الأسئلة
part-questions-lead = أسئلتك الخاصة في الاستمارة، بهذا الترتيب.
part-consents = الموافقات
part-consents-lead = ما قد يوافق عليه الناس، لكلٍّ خانة خاصة لم يؤشّرها أحد عنهم.
part-codes = الرموز
part-codes-lead = يمكن لمن لديه رمز أن يسجّل وإن كانت الفعالية بدعوة.
part-rules = قواعد القاعة
part-rules-lead = ترد في الصفحة وفي كل رسالة. ويُبلَّغ المسجَّلون حين تتغير.
part-meeting = اللقاء
part-meeting-lead = حيث ينضم الناس عبر الإنترنت. لا تعرض الرابط صفحة أخرى.
part-tech-check = الاختبار التقني
part-tech-check-lead = متى يجرّب المشاركون في البرنامج الكاميرا والميكروفون. يرونه في صفحتهم وفي الرسالة التي تحمل رابطهم، ولا يراه غيرهم.
part-mail = البريد
part-mail-lead = ما يُرسل من تلقاء نفسه، ومتى.

empty-programme = لا توجد جلسة.
empty-hosts = لم تُذكر مؤسسة بعد.
empty-interpretation = لا توجد ترجمة.
empty-questions = لا يُسأل إلا عن الاسم والعنوان.
empty-consents = لا تُطلب موافقة على شيء.
empty-codes = لا يوجد رمز.
add-programme = إضافة جلسة
add-hosts = إضافة مؤسسة
logo-title = الشعار
logo-hidden = الفعالية حساسة: لا تعرض صفحتها أي شعار.
logo-choose = اختيار شعار
logo-replace = اختيار شعار آخر
logo-hint = ملف JPEG أو PNG أو WebP حتى 5 ميغابايت. يظهر بجانب اسم المؤسسة. ملفات الفعاليات لا تتضمن الشعارات.
logo-submit = حفظ الشعار
logo-remove = إزالة الشعار
done-logo-kept = حُفظ الشعار.
done-logo-removed = أُزيل الشعار.
add-interpretation = إضافة قناة
add-questions = إضافة سؤال
add-consents = إضافة موافقة
add-codes = إضافة رمز
new-programme = جلسة جديدة
new-hosts = مؤسسة جديدة
new-interpretation = قناة جديدة
new-questions = سؤال جديد
new-consents = موافقة جديدة
new-codes = رمز جديد
meeting-sessions = جلسات لها رابط خاص
meeting-own = لها رابط خاص
meeting-shared = الانضمام عبر رابط الفعالية

overtaken-title = غيّر شخص آخر هذا في هذه الأثناء
overtaken-form = كل ما كتبته موجود هنا. وإلى جانب كل حقل غيّره يرد ما كتبه. احفظ مرة أخرى للإبقاء على ما تعرضه الاستمارة.
overtaken-list = هذه هي القائمة كما هي الآن. لم يُنقل شيء ولم يُزل.

impact-title = قبل الحفظ
impact-lead = { $count ->
    [zero] لا أحد له مقعد أو ينتظر مقعداً.
    [one] شخص واحد له مقعد أو ينتظر مقعداً. قرّر ما يُبلَّغ به.
    [two] شخصان لهما مقعدان أو ينتظران. قرّر ما يُبلَّغان به.
    [few] { $count } أشخاص لهم مقاعد أو ينتظرون. قرّر ما يُبلَّغون به.
    [many] { $count } شخصاً لهم مقاعد أو ينتظرون. قرّر ما يُبلَّغون به.
   *[other] { $count } شخص لهم مقاعد أو ينتظرون. قرّر ما يُبلَّغون به.
}
impact-changes = ما يتغير
impact-what = ماذا
impact-before = قبل
impact-after = بعد
impact-who = من يعنيهم الأمر
impact-fact-time = يتغير الوقت على كل من سيحضر.
impact-fact-place = يتغير المكان على من يحضرون بأنفسهم.
impact-fact-link = يتغير الرابط على من أُرسل إليهم.
impact-fact-languages = تتغير اللغات على الجميع.
impact-fact-rules = تسري في القاعة قواعد أخرى على الجميع.
impact-told = { $count ->
    [zero] لا أحد لديه ما لم يعد صحيحاً.
    [one] شخص واحد لديه ما لم يعد صحيحاً.
    [two] شخصان لديهما ما لم يعد صحيحاً.
    [few] { $count } أشخاص لديهم ما لم يعد صحيحاً.
    [many] { $count } شخصاً لديهم ما لم يعد صحيحاً.
   *[other] { $count } شخص لديهم ما لم يعد صحيحاً.
}
impact-holding-link = { $count ->
    [zero] لم يُرسل الرابط القديم إلى أحد.
    [one] أُرسل الرابط القديم إلى شخص واحد.
    [two] أُرسل الرابط القديم إلى شخصين.
    [few] أُرسل الرابط القديم إلى { $count } أشخاص.
    [many] أُرسل الرابط القديم إلى { $count } شخصاً.
   *[other] أُرسل الرابط القديم إلى { $count } شخص.
}
impact-holding-page = { $count ->
    [zero] لا أحد لديه صفحة شخصية.
    [one] لدى شخص واحد صفحة شخصية تقود فوراً إلى الرابط الجديد، فلا حاجة إلى رسالة.
    [two] لدى شخصين صفحة شخصية تقود فوراً إلى الرابط الجديد، فلا حاجة إلى رسالة.
    [few] لدى { $count } أشخاص صفحات شخصية تقود فوراً إلى الرابط الجديد، فلا حاجة إلى رسالة.
    [many] لدى { $count } شخصاً صفحات شخصية تقود فوراً إلى الرابط الجديد، فلا حاجة إلى رسالة.
   *[other] لدى { $count } شخص صفحات شخصية تقود فوراً إلى الرابط الجديد، فلا حاجة إلى رسالة.
}
impact-moves = رسائل تُرسل في موعد آخر
impact-mail = الرسالة
impact-not-sent = لا تُرسل
impact-more = { $count ->
    [zero] ولا رسائل أخرى.
    [one] ورسالة أخرى.
    [two] ورسالتان أخريان.
    [few] و{ $count } رسائل أخرى.
    [many] و{ $count } رسالة أخرى.
   *[other] و{ $count } رسالة أخرى.
}
impact-question = ماذا يُرسل؟
impact-tell = { $count ->
    [zero] إبلاغ المعنيين بالبريد الإلكتروني
    [one] إبلاغ شخص واحد بالبريد الإلكتروني
    [two] إبلاغ شخصين بالبريد الإلكتروني
    [few] إبلاغ { $count } أشخاص بالبريد الإلكتروني
    [many] إبلاغ { $count } شخصاً بالبريد الإلكتروني
   *[other] إبلاغ { $count } شخص بالبريد الإلكتروني
}
impact-tell-hint = تصل إلى كل منهم رسالة بلغته تذكر ما تغيّر، ويُصحَّح المدخل في تقويمه.
impact-write = { $count ->
    [zero] الكتابة إلى المعنيين
    [one] الكتابة إلى شخص واحد
    [two] الكتابة إلى شخصين
    [few] الكتابة إلى { $count } أشخاص
    [many] الكتابة إلى { $count } شخصاً
   *[other] الكتابة إلى { $count } شخص
}
impact-write-hint = يصل النص أدناه إلى كل من له مقعد أو ينتظر مقعداً.
impact-quiet = عدم إبلاغ أحد
impact-quiet-hint = يُحفظ التغيير ولا تُرسل أيّ رسالة. وتبقى مدخلات التقويم كما هي.
impact-must-tell = وافق الناس على الحضور بقواعد أخرى، لذا يجب إبلاغهم.
impact-answer-missing = حدّد ما يُرسل وبأيّ كلمات
impact-submit = حفظ
impact-back = العودة دون حفظ

notice-title = ما تكتبه إليهم
notice-hint = غيّر الكلمات كما تشاء. تُفهم صيغة Markdown. اتركها كلها فارغة كي لا يُكتب شيء.
notice-subject = الموضوع
notice-text = النص
notice-languages-subject = تغيّرت لغات الفعالية
notice-languages-text = تغيّرت لغات «{"{"}title{"}"}». تُعقد بـ{ $languages }.
notice-rules-subject = تغيّرت قواعد الفعالية
notice-rules-text = تغيّرت قواعد «{"{"}title{"}"}».
notice-rules-none = لم تُعلن قاعدة بشأن النقل عن المتحدثين.
notice-recording = تُسجَّل الفعالية.
notice-no-recording = لا تُسجَّل الفعالية.
notice-photography = تُلتقط صور.
notice-no-photography = لا تُلتقط صور.

overview-title = نظرة عامة
overview-draft = مسوّدة
overview-draft-text = لا يراها إلا المنظِّمون.
overview-published = منشورة
overview-cancelled = ملغاة
overview-over = منتهية
overview-people = المشاركون
overview-of-places = { $count ->
    [zero] ولا مقاعد
    [one] من مقعد واحد
    [two] من مقعدين
    [few] من { $count } مقاعد
    [many] من { $count } مقعداً
   *[other] من { $count } مقعد
}
overview-over-by = زيادة بمقدار { $count }
overview-steps = للنظر فيه
overview-no-steps = لا ينقص شيء.
overview-next = ما يُرسل تالياً
overview-nothing-next = لا توجد رسالة مستحقة إلى كثيرين.
overview-to = { $count ->
    [zero] لا أحد حتى الآن
    [one] إلى شخص واحد بحسب الحال الآن
    [two] إلى شخصين بحسب الحال الآن
    [few] إلى { $count } أشخاص بحسب الحال الآن
    [many] إلى { $count } شخصاً بحسب الحال الآن
   *[other] إلى { $count } شخص بحسب الحال الآن
}
overview-to-organisers = إلى المنظِّمين
overview-waits = تنتظر الرابط
overview-event = الفعالية
overview-address = العنوان للدعوات

primary-publish = تحقق وانشر
primary-duplicate = إنشاء الفعالية التالية
primary-figures = عرض الأرقام
primary-decide = { $count ->
    [zero] البتّ في الطلبات
    [one] البتّ في طلب واحد
    [two] البتّ في طلبين
    [few] البتّ في { $count } طلبات
    [many] البتّ في { $count } طلباً
   *[other] البتّ في { $count } طلب
}
primary-link = إدخال رابط الانضمام
primary-release = الإفراج عن الرابط
primary-lineup = إضافة المتحدثين
primary-check-in = تسجيل الحضور
primary-registrations = { $count ->
    [zero] عرض التسجيلات
    [one] عرض تسجيل واحد
    [two] عرض تسجيلين
    [few] عرض { $count } تسجيلات
    [many] عرض { $count } تسجيلاً
   *[other] عرض { $count } تسجيل
}

people-count-online = عبر الإنترنت
people-count-in_person = حضورياً
people-count-pending = بانتظار قرار
people-count-waitlisted = في قائمة الانتظار
people-count-unconfirmed = عنوان غير مؤكد

gap-untranslated = { $count ->
    [zero] كل النصوص مترجمة: { $language }
    [one] نص واحد غير مترجم: { $language }
    [two] نصان غير مترجمين: { $language }
    [few] { $count } نصوص غير مترجمة: { $language }
    [many] { $count } نصاً غير مترجم: { $language }
   *[other] { $count } نص غير مترجم: { $language }
}
gap-no-link = لا يوجد رابط للانضمام بعد. ستُذكَّر قبل موعد إرساله.
gap-no-venue = لم يُعلن المكان بعد
gap-no-lineup = جلسة من دون متحدثين
gap-begun = بدأت الفعالية: تحقق من التاريخ
gap-closed = أُغلق التسجيل: تحقق من التاريخ
gap-closes-after-start = يُغلق التسجيل بعد بداية الجلسة الأولى
gap-link-before-closing = يُرسل الرابط قبل إغلاق التسجيل: من يسجّل لاحقاً يصله لاحقاً
gap-same-link = ينضم الحضور والمتحدثون عبر الرابط نفسه
gap-no-code = الفعالية بدعوة ولا يوجد رمز
gap-guessable-address = الفعالية حساسة، وعنوانها يمكن تخمينه

goes-out-registered = تأكيد المقعد
goes-out-link = رابط الانضمام
goes-out-withdrawn = الانسحاب
goes-out-confirm_address = طلب تأكيد العنوان
goes-out-received = استلام الطلب
goes-out-waitlisted = قائمة الانتظار
goes-out-known = مسجَّل من قبل
goes-out-approved = القبول
goes-out-promoted = مقعد بعد الانتظار
goes-out-declined = الاعتذار عن القبول
goes-out-decline_noted = رفض من التقويم
goes-out-reminder = تذكير
goes-out-changed = تغيير
goes-out-cancelled = إلغاء
goes-out-alarm = تنبيه: الرابط ناقص

publish-title = التحقق والنشر
publish-check = قبل أن تصبح علنية
publish-gaps = { $count ->
    [zero] لا شيء للنظر فيه.
    [one] انظر في هذا. وهو لا يمنع النشر.
    [two] انظر في هذين. وهما لا يمنعان النشر.
    [few] انظر في هذه. وهي لا تمنع النشر.
    [many] انظر في هذه. وهي لا تمنع النشر.
   *[other] انظر في هذه. وهي لا تمنع النشر.
}
publish-complete = لا ينقص شيء.
publish-mails = { $count ->
    [zero] لم تُجرَّب أيّ رسالة.
    [one] جُرّبت رسالة واحدة بكل اللغات.
    [two] جُرّبت رسالتان بكل اللغات.
    [few] جُرّبت { $count } رسائل بكل اللغات.
    [many] جُرّبت { $count } رسالة بكل اللغات.
   *[other] جُرّبت { $count } رسالة بكل اللغات.
}
publish-broken = لا يمكن كتابة هذه الرسائل
publish-closes = يُغلق التسجيل في { $moment }.
publish-submit = نشر
publish-later = ليس بعد
publish-is-public = نُشرت الفعالية.

event-cancel-title = إلغاء الفعالية
event-cancel-told = { $count ->
    [zero] لا يوجد مسجَّلون، فلا تُرسل أيّ رسالة.
    [one] يُبلَّغ شخص واحد بالبريد الإلكتروني فوراً.
    [two] يُبلَّغ شخصان بالبريد الإلكتروني فوراً.
    [few] يُبلَّغ { $count } أشخاص بالبريد الإلكتروني فوراً.
    [many] يُبلَّغ { $count } شخصاً بالبريد الإلكتروني فوراً.
   *[other] يُبلَّغ { $count } شخص بالبريد الإلكتروني فوراً.
}
event-cancel-entries = { $count ->
    [zero] لا يوجد تقويم يحملها.
    [one] تُحذف من تقويم شخص واحد.
    [two] تُحذف من تقويمَي شخصين.
    [few] تُحذف من تقويمات { $count } أشخاص.
    [many] تُحذف من تقويمات { $count } شخصاً.
   *[other] تُحذف من تقويمات { $count } شخص.
}
event-cancel-link = لا يصل رابط الانضمام إلى أحد بعد الآن.
event-cancel-for-good = لا رجوع عن الإلغاء. ويمكن إنشاء الفعالية التالية على مثال هذه.
event-cancel-reason = السبب، لمن يُبلَّغون
event-cancel-reason-hint = يرد في الرسالة. اتركه فارغاً كي لا يُذكر سبب.
event-cancel-slug = الاسم المختصر
event-cancel-type-slug = اكتب { $slug } لإلغاء الفعالية
event-cancel-submit = إلغاء الفعالية نهائياً
event-cancel-not = الإبقاء على الفعالية
event-cancel-cannot = لا يمكن إلغاء إلا فعالية منشورة.

link-release-title = الإفراج عن الرابط
link-release-text = { $count ->
    [zero] لا أحد مؤكد للمشاركة عبر الإنترنت بعد. ومن يتأكد من الآن يصله الرابط فوراً.
    [one] شخص واحد مؤكد للمشاركة عبر الإنترنت ويصله الرابط فوراً.
    [two] شخصان مؤكدان للمشاركة عبر الإنترنت ويصلهما الرابط فوراً.
    [few] { $count } أشخاص مؤكدون للمشاركة عبر الإنترنت ويصلهم الرابط فوراً.
    [many] { $count } شخصاً مؤكدون للمشاركة عبر الإنترنت ويصلهم الرابط فوراً.
   *[other] { $count } شخص مؤكدون للمشاركة عبر الإنترنت ويصلهم الرابط فوراً.
}
link-release-missing = ما زال رابط ناقصاً: تنتظر رسائله حتى إدخاله.
link-release-submit = الإفراج عنه الآن
link-release-not = ليس بعد
link-release-nothing = لا شيء للإفراج عنه: يُرسل الرابط من تلقاء نفسه، أو سبق الإفراج عنه.
address-new-title = عنوان لا يمكن تخمينه
address-new-text = تحصل الفعالية على عنوان جديد من حروف وأرقام عشوائية لا تدل عليها بشيء.
address-new-breaks = { $count ->
    [zero] لن يؤدي العنوان أعلاه بعد ذلك إلى شيء. قد يكون مذكوراً في مواقع أخرى أو في دعوات: أرسلوا العنوان الجديد.
    [one] لن يؤدي العنوان أعلاه بعد ذلك إلى شيء. شخص واحد له مقعد أو ينتظره: تتوقف روابط صفحة الفعالية في الرسائل التي أُرسلت، أما رابط صفحته الخاصة ورابط الانضمام فيبقيان.
    [two] لن يؤدي العنوان أعلاه بعد ذلك إلى شيء. شخصان لهما مقعدان أو ينتظرانهما: تتوقف روابط صفحة الفعالية في الرسائل التي أُرسلت، أما روابط صفحتيهما الخاصتين والانضمام فتبقى.
    [few] لن يؤدي العنوان أعلاه بعد ذلك إلى شيء. { $count } أشخاص لهم مقاعد أو ينتظرونها: تتوقف روابط صفحة الفعالية في الرسائل التي أُرسلت، أما روابط صفحاتهم الخاصة والانضمام فتبقى.
    [many] لن يؤدي العنوان أعلاه بعد ذلك إلى شيء. { $count } شخصاً لهم مقاعد أو ينتظرونها: تتوقف روابط صفحة الفعالية في الرسائل التي أُرسلت، أما روابط صفحاتهم الخاصة والانضمام فتبقى.
   *[other] لن يؤدي العنوان أعلاه بعد ذلك إلى شيء. { $count } شخص لهم مقاعد أو ينتظرونها: تتوقف روابط صفحة الفعالية في الرسائل التي أُرسلت، أما روابط صفحاتهم الخاصة والانضمام فتبقى.
}
address-new-submit = اعتماد عنوان جديد
address-new-not = الإبقاء على العنوان
address-new-nothing = مثل هذا العنوان للفعاليات الحساسة وحدها.
done-event-readdressed = صار للفعالية عنوان جديد. لم يعد العنوان القديم يؤدي إلى شيء.

event-duplicate-title = إنشاء الفعالية التالية على مثال هذه
event-duplicate-text = مسوّدة مستقلة لا يراها أحد قبل نشرها.
event-duplicate-keeps = تبقى النصوص والجهات والأسئلة والإعدادات كما هي.
event-duplicate-moves = تنتقل الجلسات وإغلاق التسجيل بعدد أيام انتقال الجلسة الأولى.
event-duplicate-drops = تُترك الروابط والرموز والمتحدثون والتسجيلات.
event-duplicate-date = اليوم الأول
event-duplicate-submit = إنشاء المسوّدة

done-saved = حُفظ.
done-saved-and-told = { $n ->
    [zero] حُفظ.
    [one] حُفظ. يُبلَّغ شخص واحد بالبريد الإلكتروني.
    [two] حُفظ. يُبلَّغ شخصان بالبريد الإلكتروني.
    [few] حُفظ. يُبلَّغ { $n } أشخاص بالبريد الإلكتروني.
    [many] حُفظ. يُبلَّغ { $n } شخصاً بالبريد الإلكتروني.
   *[other] حُفظ. يُبلَّغ { $n } شخص بالبريد الإلكتروني.
}
done-saved-and-followed = { $n ->
    [zero] حُفظ.
    [one] حُفظ. لا أحد لديه الرابط القديم: تقود الصفحة الشخصية لشخص واحد فوراً إلى الجديد.
    [two] حُفظ. لا أحد لديه الرابط القديم: تقود الصفحتان الشخصيتان لشخصين فوراً إلى الجديد.
    [few] حُفظ. لا أحد لديه الرابط القديم: تقود الصفحات الشخصية لـ{ $n } أشخاص فوراً إلى الجديد.
    [many] حُفظ. لا أحد لديه الرابط القديم: تقود الصفحات الشخصية لـ{ $n } شخصاً فوراً إلى الجديد.
   *[other] حُفظ. لا أحد لديه الرابط القديم: تقود الصفحات الشخصية لـ{ $n } شخص فوراً إلى الجديد.
}
done-unchanged = لم يتغير شيء.
done-event-made = أُنشئت المسوّدة. انظر فيما ينقص ثم انشر.
done-event-published = نُشرت. يمكن لكل من لديه العنوان أن يسجّل.
done-published-before = سبق نشرها.
done-event-cancelled = { $n ->
    [zero] أُلغيت. لم يكن هناك من يُبلَّغ.
    [one] أُلغيت. يُبلَّغ شخص واحد بالبريد الإلكتروني.
    [two] أُلغيت. يُبلَّغ شخصان بالبريد الإلكتروني.
    [few] أُلغيت. يُبلَّغ { $n } أشخاص بالبريد الإلكتروني.
    [many] أُلغيت. يُبلَّغ { $n } شخصاً بالبريد الإلكتروني.
   *[other] أُلغيت. يُبلَّغ { $n } شخص بالبريد الإلكتروني.
}
done-not-cancelled = لا يمكن إلغاء إلا فعالية منشورة. لم يتغير شيء.
done-link-released = { $n ->
    [zero] أُفرج عن الرابط. ومن يتأكد للمشاركة عبر الإنترنت من الآن يصله فوراً.
    [one] أُفرج عن الرابط. يصل الآن إلى شخص واحد.
    [two] أُفرج عن الرابط. يصل الآن إلى شخصين.
    [few] أُفرج عن الرابط. يصل الآن إلى { $n } أشخاص.
    [many] أُفرج عن الرابط. يصل الآن إلى { $n } شخصاً.
   *[other] أُفرج عن الرابط. يصل الآن إلى { $n } شخص.
}
done-not-released = لم يكن هناك ما يُفرج عنه.
done-event-duplicated = أُنشئت المسوّدة. تحقق من تواريخها وأدخل لها رابطاً.
