# Line-ups, the directory of people, and the pages of those who appear.

lineup-role-speaker = متحدث
lineup-role-moderator = إدارة الجلسة
lineup-role-discussant = تعقيب
lineup-role-keynote = كلمة رئيسية
lineup-role-interpreter = ترجمة فورية
lineup-role-opening = كلمة افتتاحية

lineup-state-idea = فكرة
lineup-state-invited = بانتظار الرد
lineup-state-confirmed = مؤكَّد
lineup-state-declined = اعتذر
lineup-state-withdrawn = انسحب

lineup-field-role = الدور
lineup-field-state = الحالة
lineup-field-state-hint = لا تظهر للجمهور إلا الأسماء المؤكَّدة.
lineup-field-name = الاسم
lineup-field-position = المنصب
lineup-field-organisation = المؤسسة
lineup-field-bio = نبذة
lineup-field-email = عنوان البريد الإلكتروني
lineup-field-email-hint = للدعوة ورابط المشاركة. لا يظهر لأحد.
lineup-field-channel = القناة
lineup-field-channel-hint = للمترجمين: القناة التي يعمل فيها.
lineup-channel = من { $from } إلى { $to }
lineup-channel-any = لا قناة بعينها
lineup-field-place = الترتيب
lineup-field-in = { $field } ب{ $language }

lineup-title = المشاركون في البرنامج
lineup-tells-nobody = تظهر التغييرات هنا في الصفحة العامة فوراً، ولا يُبلَّغ بها الحضور بالبريد.
lineup-announce = اكتب إعلاناً
lineup-run-sheet = ورقة سير الفعالية
lineup-interpreters = ورقة المترجمين
lineup-sessions = الجلسات
lineup-standing = المؤكَّدون: { $confirmed } من { $places }
lineup-tasks = { $count ->
    [zero] لا شيء بانتظارك
    [one] أمر واحد بانتظارك
    [two] أمران بانتظارك
    [few] { $count } أمور بانتظارك
    [many] { $count } أمراً بانتظارك
   *[other] { $count } أمر بانتظارك
}
lineup-need-unanswered = لم يصل الرد بعد تذكيرين. اتصل أو اكتب مباشرة.
lineup-need-declined = اعتذر عن المشاركة. ابحث عن بديل.
lineup-need-withdrew = كان قد وافق ولن يحضر. ابحث عن بديل.
lineup-unasked = { $count ->
    [zero] لا أحد بانتظار دعوة بالبريد.
    [one] لم يُدعَ بالبريد بعد شخص واحد له عنوان.
    [two] لم يُدعَ بالبريد بعد شخصان لهما عنوان.
    [few] لم يُدعَ بالبريد بعد { $count } أشخاص لهم عنوان.
    [many] لم يُدعَ بالبريد بعد { $count } شخصاً لهم عنوان.
   *[other] لم يُدعَ بالبريد بعد { $count } شخص لهم عنوان.
}
lineup-ask-all = { $count ->
    [zero] ادعُ بالبريد
    [one] ادعُ هذا الشخص بالبريد
    [two] ادعُ كليهما بالبريد
    [few] ادعُ { $count } أشخاص بالبريد
    [many] ادعُ { $count } شخصاً بالبريد
   *[other] ادعُ { $count } شخص بالبريد
}
lineup-ask = ادعُ بالبريد
lineup-ask-again = أعد إرسال الرسالة
lineup-asked = أُرسلت الدعوة في { $moment }.
lineup-gaps = ما زال ناقصاً:
lineup-gap-email = عنوان البريد
lineup-gap-name = الاسم ({ $language })
lineup-gap-bio = النبذة ({ $language })
lineup-gap-photo = الصورة
lineup-gap-consent = الموافقة على الصورة
lineup-up = إلى الأعلى
lineup-down = إلى الأسفل
lineup-move-to = انقل إلى الموضع (1 إلى { $count })
lineup-move = انقل
lineup-moved = نُقل { $name } إلى الموضع { $place } من { $count }
lineup-role-up = قدّم هذا الدور
lineup-more = المزيد
lineup-set-state = ثبّت
lineup-edit = عدّل
lineup-withdraw = سحب أو استبدال
lineup-off = لا يشاركون
lineup-note = علمتُ بذلك
lineup-replace = عيّن بديلاً
lineup-remove = احذف
lineup-empty-title = لا أحد في هذه الجلسة بعد
lineup-empty-text = أضف المشاركين واحداً واحداً، أو الصقهم من جدول. لا يُبلَّغ أحد قبل أن تدعوه.
lineup-add = أضف مشاركاً
lineup-add-title = إضافة مشارك إلى الجلسة
lineup-add-submit = أضف إلى البرنامج
lineup-open-hint = اترك الاسم فارغاً لمكان يُعلن عن شاغله لاحقاً.
lineup-paste = ألصق جدولاً
lineup-back = عودة إلى المشاركين
lineup-save = احفظ
lineup-from-directory = من الدليل
lineup-nobody-found = لا أحد في الدليل بهذا الاسم. املأ النموذج لإضافة شخص جديد.
lineup-their-page = صفحتهم الخاصة
lineup-their-page-text = تحمل الدعوة رابطاً إلى صفحة يؤكّدون فيها المشاركة أو يعتذرون عنها، ويحدّدون كيف نقدّمهم، ويرفعون صورة. لا يحتاجون إلى حساب.
lineup-revoke = أبطل رابطهم
lineup-person = السجل في الدليل
lineup-leaves = إن لم يحضروا
lineup-remove-mistake = احذف سجلاً أُدخل خطأً
lineup-replace-title = بدلاً من { $name }

lineup-withdraw-title = سحب { $name }
lineup-withdraw-told = من يُبلَّغ بذلك
lineup-withdraw-page = يختفي الاسم من الصفحة العامة فوراً.
lineup-withdraw-attendees = لا يُبلَّغ الحضور بالبريد.
lineup-withdraw-person = لم تُرسل إليهم دعوة من هنا، ولذلك لا يُرسل إليهم شيء.
lineup-withdraw-person-asked = لا تصلهم رسالة بذلك: اكتب إليهم مباشرة. تبقى صفحتهم متاحة لهم من دون رابط المشاركة.
lineup-withdraw-submit = اسحب
lineup-withdraw-replace = اسحب وعيّن بديلاً
lineup-withdraw-expected = { $count ->
    [zero] لا أحد له مقعد في هذه الجلسة بعد.
    [one] شخص واحد له مقعد في هذه الجلسة.
    [two] شخصان لهما مقعدان في هذه الجلسة.
    [few] { $count } أشخاص لهم مقاعد في هذه الجلسة.
    [many] { $count } شخصاً لهم مقاعد في هذه الجلسة.
   *[other] { $count } شخص لهم مقاعد في هذه الجلسة.
}
lineup-remove-title = حذف { $name }
lineup-remove-asked = أُرسلت إليهم دعوة بالبريد: يتوقف رابط صفحتهم الخاصة ويضيع جوابهم.
lineup-session = الجلسة

lineup-overtaken-title = سبقك شخص آخر
lineup-overtaken-text = تغيّرت الفعالية بينما كانت هذه الصفحة مفتوحة. لم يُحفظ شيء مما فعلته بعد، ولم يضِع شيء مما كتبته: انظر إلى ما اختلف، ثم أعد المحاولة.
lineup-actor-colleague = زميل سابق
lineup-actor-self = صاحب الشأن
lineup-actor-operator = مشغّل الخدمة
lineup-change-added = أضاف { $actor }: { $who }
lineup-change-changed = عدّل { $actor }: { $who }
lineup-change-moved = نقل { $actor }: { $who }
lineup-change-role_moved = قدّم { $actor } دور { $who }
lineup-change-state = غيّر { $actor } حالة { $who }
lineup-change-withdrawn = سحب { $actor }: { $who }
lineup-change-removed = حذف { $actor }: { $who }
lineup-change-noted = علم { $actor } بردّ { $who }
lineup-change-photo = غيّر { $actor } صورة { $who }
lineup-change-invited = دعا { $actor } بالبريد: { $who }
lineup-change-revoked = أبطل { $actor } رابط { $who }
lineup-change-answered = ردّ { $actor }: { $who }
lineup-change-described = كتب { $actor } عن { $who }
lineup-change-event = عدّل { $actor } تفاصيل الفعالية

lineup-problem-email = اكتب عنواناً مثل name@example.org
lineup-problem-long = اختصر هذا النص
lineup-problem-link = احذف رابط الاجتماع من هذا النص

photo-title = الصورة
photo-choose = اختر صورة
photo-replace = اختر صورة أخرى
photo-hint = ‏JPEG أو PNG أو WebP، حتى 5 ميغابايت. نحذف من الملف مكان التقاطها ووقته.
photo-crop = الجزء الذي يُحتفظ به
photo-crop-hint = المربّع أنسب للصورة المستديرة بجانب الاسم. يُقتطع عند حفظ الصورة.
photo-crop-whole = الصورة كاملة
photo-crop-start = مربّع في الأعلى، أو في يسار الصورة العريضة
photo-crop-middle = مربّع في الوسط
photo-crop-end = مربّع في الأسفل، أو في يمين الصورة العريضة
photo-alt = ما تُظهره الصورة
photo-alt-hint = لمن لا يراها، مثل «امرأة أمام منبر».
photo-no-alt = صورة بلا وصف
photo-consent = وافق صاحب الصورة على عرضها للعموم
photo-consent-own = أوافق على عرض صورتي في الصفحة العامة للفعالية
photo-submit = احفظ الصورة
photo-remove = احذف الصورة
photo-problem-missing = اختر ملفاً أولاً
photo-problem-heavy = اختر ملفاً لا يزيد على 5 ميغابايت
photo-problem-format = اختر ملفاً من نوع JPEG أو PNG أو WebP
photo-problem-pixels = اختر صورة أصغر، لا تزيد على 40 مليون بكسل
photo-problem-damaged = هذا الملف تالف. اختر غيره
photo-problem-slow = استغرقت الصورة وقتاً طويلاً. جرّب صورة أصغر

paste-title = لصق جدول
paste-rows = الصفوف
paste-hint = انسخ الخلايا من جدولك والصقها هنا: الدور، الاسم، المنصب، المؤسسة، عنوان البريد. يمكن لصف أول بهذه العناوين أن يضعها بترتيب آخر، وتُفهم صادرات Eventbrite وpretix وZoom وIndico كما هي.
paste-language = لغة هذه النصوص
paste-submit = اعرضها أولاً
paste-preview = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصاً
   *[other] { $count } شخص
}
paste-wrong = { $count ->
    [zero] كل الخلايا سليمة.
    [one] خلية واحدة تحتاج إلى تعديل. لا يُضاف أحد قبل ذلك.
    [two] خليتان تحتاجان إلى تعديل. لا يُضاف أحد قبل ذلك.
    [few] { $count } خلايا تحتاج إلى تعديل. لا يُضاف أحد قبل ذلك.
    [many] { $count } خلية تحتاج إلى تعديل. لا يُضاف أحد قبل ذلك.
   *[other] { $count } خلية تحتاج إلى تعديل. لا يُضاف أحد قبل ذلك.
}
paste-confirm = { $count ->
    [zero] أضف
    [one] أضف هذا الشخص
    [two] أضف كليهما
    [few] أضف { $count } أشخاص
    [many] أضف { $count } شخصاً
   *[other] أضف { $count } شخص
}
paste-problem-role = اكتب: متحدث أو إدارة الجلسة أو تعقيب أو كلمة رئيسية أو ترجمة فورية أو كلمة افتتاحية
paste-problem-name = اكتب اسماً
paste-problem-twice = هذا الاسم موجود في الجلسة
paste-problem-empty = ألصق صفاً واحداً على الأقل
paste-problem-many = ألصق 200 صف على الأكثر في كل مرة

people-title = الأشخاص
people-add = أضف شخصاً
people-add-submit = أضف إلى الدليل
people-search = ابحث بالاسم أو المؤسسة
people-find = ابحث
people-all = اعرض الجميع
people-count = { $count ->
    [zero] لا أحد بهذا الاسم.
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصاً
   *[other] { $count } شخص
}
people-paste-hint = انسخ الخلايا من جدولك والصقها هنا: الاسم، المنصب، المؤسسة، عنوان البريد. يمكن لصف أول بهذه العناوين أن يضعها بترتيب آخر. ترى الجميع قبل أن يُضاف أحد.
people-paste-known = موجود في الدليل: يبقى كما هو
people-appearances = المشاركات
people-empty-title = لا أحد في الدليل بعد
people-empty-text = كل من تضعه في برنامج يُسجَّل هنا تلقائياً، جاهزاً للفعالية التالية.
people-pages = الصفحات
people-previous = الصفحة السابقة
people-next = الصفحة التالية
people-back = عودة إلى الدليل
people-hint = للبرامج المقبلة. ما قالته الفعاليات السابقة عن الأشخاص لا يتغيّر أبداً.
people-appeared = أين شاركوا
people-as-of-then = في ذلك الوقت
people-remove-title = حذف من الدليل
people-remove-text = لا يظهرون في أي برنامج.
people-remove = احذف
people-nothing = لا شيء
people-overtaken-text = تغيّر السجل بينما كانت هذه الصفحة مفتوحة. ما كتبته موجود أدناه، وهذا ما يقوله السجل الآن:
people-problem-name = اكتب الاسم بلغة واحدة على الأقل
people-problem-taken = في الدليل شخص بهذا الاسم

sheet-run = ورقة سير الفعالية
sheet-interpreters = ورقة المترجمين
sheet-back = عودة
sheet-about = المنصب والمؤسسة
sheet-printed = كما في { $moment }

appearing-title = دورك في البرنامج
appearing-you = أهلاً بك
appearing-asked = يودّ المنظّم أن تشارك. أكّد مشاركتك أو اعتذر عنها أدناه، من دون حساب.
appearing-over = انتهت هذه الفعالية، ولم يعد بالإمكان تغيير شيء هنا.
appearing-cancelled = لن تقام هذه الفعالية.
appearing-state-invited = بانتظار ردّك
appearing-state-confirmed = مؤكَّد
appearing-state-declined = معتذَر عنه
appearing-state-withdrawn = منسحَب منه
appearing-confirm = أشارك
appearing-confirm-all = { $count ->
    [zero] أشارك
    [one] أشارك
    [two] أشارك في الجلستين
    [few] أشارك في الجلسات كلها، وعددها { $count }
    [many] أشارك في الجلسات كلها، وعددها { $count }
   *[other] أشارك في الجلسات كلها، وعددها { $count }
}
appearing-decline = لا أستطيع المشاركة
appearing-withdraw = لم يعد بإمكاني الحضور
appearing-decline-text = يُبلَّغ المنظّم فوراً وقد يعطي المكان لغيرك.
appearing-decline-button = أبلغ المنظّم
appearing-with = معك:
appearing-join-from = يظهر رابط المشاركة هنا ويصلك بالبريد ابتداءً من { $moment }.
appearing-channels = الترجمة
appearing-participants = الحاضرون وأسئلتهم
appearing-sheet = ورقة البرنامج والأسماء
appearing-words = كيف نقدّمك
appearing-words-text = يظهر هذا في الصفحة العامة بعد أن تؤكّد مشاركتك. اكتبه بما استطعت من اللغات.
appearing-words-submit = احفظ
appearing-channel = قناتك: من { $from } إلى { $to }
tech-check = الاختبار التقني
tech-check-text = ابتداءً من { $moment } تجد من يجرّب معك الكاميرا والميكروفون.
tech-check-none = لم يُحدَّد موعد
tech-check-set = تحديد
appearing-done-confirmed = تأكّدت مشاركتك. شكراً لك.
appearing-done-declined = علم المنظّم أنك لن تشارك.
appearing-done-already = سُجّل هذا من قبل.
appearing-done-late = فات أوان تغيير ذلك هنا. اكتب إلى المنظّم.
appearing-done-words = حُفظ ما كتبته.
appearing-done-photo = حُفظت صورتك.
appearing-done-photo-gone = حُذفت صورتك.

participants-title = الحاضرون
participants-count = { $count ->
    [zero] لم يؤكَّد حضور أحد بعد.
    [one] تأكّد حضور شخص واحد.
    [two] تأكّد حضور شخصين.
    [few] تأكّد حضور { $count } أشخاص.
    [many] تأكّد حضور { $count } شخصاً.
   *[other] تأكّد حضور { $count } شخص.
}
participants-text = احتفظ بهذه الأسماء لنفسك.

done-lineup-added = أُضيف إلى البرنامج.
done-lineup-changed = حُفظ التغيير.
done-lineup-state = ثُبّتت الحالة.
done-lineup-note = سُجّل علمك بذلك.
done-lineup-remove = حُذف.
done-lineup-revoke = لم يعد رابطهم صالحاً للاستعمال. أعد إرسال الرسالة ليحصلوا على رابط جديد.
done-lineup-role = تغيّر ترتيب الأدوار.
done-lineup-withdrawn = سُحب الاسم.
done-lineup-replaced = عُيّن البديل.
done-lineup-photo = حُفظت الصورة.
done-lineup-invited = { $n ->
    [zero] لم تُرسل أي رسالة.
    [one] رسالة واحدة في طريقها.
    [two] رسالتان في طريقهما.
    [few] { $n } رسائل في طريقها.
    [many] { $n } رسالة في طريقها.
   *[other] { $n } رسالة في طريقها.
}
done-lineup-not-reached = تعذّرت دعوة أحد: العنوان ناقص أو الجلسة منتهية.
done-lineup-pasted = { $n ->
    [zero] لم يُضف أحد.
    [one] أُضيف شخص واحد.
    [two] أُضيف شخصان.
    [few] أُضيف { $n } أشخاص.
    [many] أُضيف { $n } شخصاً.
   *[other] أُضيف { $n } شخص.
}
done-person-added = أُضيف إلى الدليل.
done-person-changed = حُفظ التغيير.
done-person-photo = حُفظت الصورة.
done-person-removed = حُذف من الدليل.
done-person-appears = يظهر في برنامج، ولذلك يبقى في الدليل.
