# ما يفعله كل شخص بتسجيله: تغييره، والانتقال إلى مكان آخر، وأخذ نسخة منه، وحذفه، واستعادة رابطه.

own-done-changed = حُفظت تغييراتك.
own-done-waits = تحتفظ بما لديك، وأنت على قائمة الانتظار لما بقي.
own-done-nobody = لم يُسجَّل أحد: أُغلق التسجيل أو شُغلت جميع المقاعد.
own-back = العودة إلى تسجيلك
own-line-title-online = أنت بانتظار مقعد عبر الإنترنت
own-line-text-online = حتى ذلك الحين يبقى مقعدك في القاعة لك. حين يشغر مقعد عبر الإنترنت يصبح لك.
own-line-title-sessions = أنت بانتظار جلسات أخرى
own-line-text-sessions = تحتفظ بالجلسات التي لديك. حين يشغر مقعد في إحدى هذه الجلسات يصبح لك.
own-line-leave-any = الخروج من قائمة الانتظار والاحتفاظ بما لدي

own-change-button = تغيير
own-change-until = يمكنك التغيير حتى { $moment }، أما سحب التسجيل فممكن في أي وقت.
own-change-title = تغيير تسجيلك
own-change-language = لغة رسائلنا
own-change-place = إن اخترت مكاناً آخر حصلت عليه فوراً متى كان فيه مقعد شاغر. وإلا احتفظت بمقعدك وأمكنك الانضمام إلى قائمة الانتظار. وإن كنت الآن على قائمة الانتظار انتقلت إلى آخرها.
own-change-address = لا يمكن تغيير العنوان هنا، فهو يدل على صاحب التسجيل. لاستخدام عنوان آخر اسحب تسجيلك وسجّل به من جديد، أو اكتب إلى { $contact }.
own-change-save = حفظ التغييرات
own-change-no-closed = أُغلق باب التسجيل، فلم يعد التغيير ممكناً. ما زال بإمكانك سحب تسجيلك. ولأي أمر آخر اكتب إلى { $contact }.
own-change-no-cancelled = أُلغيت الفعالية، فلم يعد التغيير ممكناً. لأسئلتك اكتب إلى { $contact }.
own-change-no-over = انعقدت الفعالية، فلم يعد التغيير ممكناً. لأسئلتك اكتب إلى { $contact }.
own-change-no-settled = لا يمكن تغيير هذا التسجيل وهو في حالته الراهنة. اطّلع في صفحة تسجيلك على ما يمكنك فعله، أو اكتب إلى { $contact }.
own-change-no-full = ما اخترته مكتمل. لم يُحفظ شيء وتحتفظ بما لديك. اختر غيره أدناه، أو اكتب إلى { $contact }.
own-change-no-mode = لم تعد المشاركة ممكنة بالطريقة التي اخترتها. لم يُحفظ شيء. اختر غيرها أدناه، أو اكتب إلى { $contact }.
own-change-no-approval = تقرر الجهة المنظِّمة في كل مقعد. لم يُحفظ شيء وتحتفظ بما لديك. لمكان آخر اكتب إلى { $contact }، أو اسحب تسجيلك وسجّل من جديد.
own-change-line = يمكنك الاحتفاظ بما لديك وانتظار ما بقي: يصبح لك فور أن يشغر مقعد، ونُعلمك بذلك.
own-change-line-button = الاحتفاظ بمقعدي والانضمام إلى قائمة الانتظار

own-data-text = خذ معك نسخة من كل ما يُحفظ عنك، أو احذفه كله.
own-copy-read = عرض كل شيء
own-copy-file = تنزيل ملف (JSON)
own-copy-title = كل ما يُحفظ عنك
own-copy-lead = كل ما يُحفظ من هذا التسجيل. اطبع هذه الصفحة أو احفظها، أو نزّل المحتوى نفسه في ملف من صفحتك الخاصة.
own-copy-made = أُعدّت يوم { $moment }
own-copy-entered = ما أدخلته
own-copy-registration = تسجيلك
own-copy-consents = ما وافقت عليه
own-copy-calendar = المواعيد في تقويمك
own-copy-mails = الرسائل الموجهة إليك
own-copy-presence = ما سُجّل عند الباب
own-copy-notes = ملاحظات المنظمين
own-copy-others = ما طُلب بعنوانك
own-copy-history = ما جرى ومتى
own-copy-state = الحالة
own-copy-registered = وقت التسجيل
own-copy-language = لغة رسائلنا
own-copy-address-confirmed = تأكيد العنوان
own-copy-confirmed = منح المقعد
own-copy-waits = تنتظر
own-copy-source = الرابط الذي تبعته
own-copy-invited = الدعوة
own-copy-undeliverable = عودة الرسالة
own-copy-reminders = التذكيرات
own-copy-agreed = وافقت يوم { $moment }، بهذه اللغة: { $language }. بصمة النص الذي قرأته (SHA-256): { $hash }.
own-copy-taken-back = سُحبت الموافقة يوم { $moment }.
own-copy-entry = الموعد { $uid }، الإصدار { $number }، يوم { $moment }.
own-copy-answer-accepted = جواب تقويمك: قبول.
own-copy-answer-tentative = جواب تقويمك: قبول مبدئي.
own-copy-answer-declined = جواب تقويمك: اعتذار.
own-copy-mail = { $state }، { $moment }
own-copy-asked-for = شخص آخر
own-copy-tag = وسم
own-copy-deed = { $deed } – { $who }
own-copy-by-attendee = أنت
own-copy-by-organiser = المنظمون
own-copy-by-convoke = هذه الخدمة تلقائياً
own-copy-field-name = الاسم
own-copy-field-language = لغة رسائلنا
own-copy-field-listening = لغة الترجمة
own-copy-field-organisation = الجهة
own-copy-field-position = الصفة
own-copy-field-country = البلد
own-copy-field-answers = الإجابات

own-erase-link = حذف كل شيء
own-erase-title = حذف كل ما يُحفظ عنك
own-erase-what = يُحذف تسجيلك في هذه الفعالية فوراً: الاسم والعنوان والإجابات وما وافقت عليه والملاحظات والرسائل التي لم تُرسل بعد، ومقعدك أو دورك في قائمة الانتظار.
own-erase-final = لا رجوع عن ذلك، ولا يستطيع المنظمون استعادته.
own-erase-mailbox = ما وصلك من رسائل يبقى في بريدك، وما في تقويمك يبقى فيه.
own-erase-others = { $count ->
    [zero] لا أحد غيرك مسجَّل بعنوانك.
    [one] شخص واحد غيرك مسجَّل بعنوانك. يبقى تسجيله، وله صفحة خاصة به.
    [two] شخصان غيرك مسجَّلان بعنوانك. يبقى تسجيلهما، ولكل منهما صفحة خاصة به.
    [few] { $count } أشخاص غيرك مسجَّلون بعنوانك. يبقى تسجيلهم، ولكل منهم صفحة خاصة به.
    [many] { $count } شخصاً غيرك مسجَّلون بعنوانك. يبقى تسجيلهم، ولكل منهم صفحة خاصة به.
   *[other] { $count } شخص غيرك مسجَّلون بعنوانك. يبقى تسجيلهم، ولكل منهم صفحة خاصة به.
}
own-erase-calendar-title = أزل الموعد من تقويمك أولاً
own-erase-calendar = بعد الحذف لا يمكن إزالة الموعد من تقويمك من هنا. إن سحبت تسجيلك أولاً أزالته رسالة تصلك. وحين تصل احذف ما بقي.
own-erase-withdraw = سحب التسجيل أولاً
own-erase-leaving = الرسالة التي تزيل الموعد من تقويمك لم تُرسل بعد. انتظر دقيقة ثم حمّل هذه الصفحة من جديد: إن حذفت الآن فلن تصل.
own-erase-button = حذف كل شيء الآن
own-erased-title = حُذف كل شيء
own-erased-text = لم يعد يُحفظ من هذا التسجيل أي شيء يدل عليك. ولم تعد الروابط في رسائلنا تؤدي إلى أي صفحة.

resend-link = سجّلت من قبل؟ اطلب إرسال الرابط إلى تسجيلك مرة أخرى
resend-lost = هل فقدت الرابط إلى تسجيلك؟
resend-title = طلب إرسال رابطك مرة أخرى
resend-lead = أدخل العنوان الذي سجّلت به. إن كان هناك تسجيل بهذا العنوان أرسلنا إليه الرابط.
resend-button = إرسال الرابط
resend-sent-title = تفقّد بريدك الإلكتروني
resend-sent = إن كان هناك تسجيل بهذا العنوان فالرسالة التي تحمل رابطه في الطريق إليه.
resend-limits = لم تصلك رسالة؟ ابحث في مجلد البريد غير المرغوب فيه. لا نرسل إلى العنوان الواحد أكثر من ثلاث رسائل كهذه في اليوم. وإن لم تؤكد عنوانك بعد فاستخدم الرابط في الرسالة الأولى أو سجّل من جديد.

mail-subject-resent = تسجيلك: { $title }
mail-lead-resent = طلب أحدهم، وربما أنت، الرابط إلى تسجيلك في الفعالية الآتية:
mail-resent-state = حالته
mail-resent-page = للاطلاع على تسجيلك أو تغييره أو سحبه:
mail-subject-moved = تغيّر تسجيلك: { $title }
mail-lead-moved = غيّرت تسجيلك، وأنت الآن مسجَّل في الفعالية الآتية:
mail-subject-left = تركت جلسة: { $title }
mail-lead-left = كما أردت، لم تعد مسجَّلاً في هذه الجلسة:
mail-left-rest = يبقى سائر تسجيلك كما هو.
goes-out-resent = الرابط إلى التسجيل مرة أخرى
goes-out-moved = تغيّر التسجيل
mail-kind-moved = تغيّر التسجيل
registration-mail-resent = الرابط إلى الصفحة
registration-mail-moved = تغيير ذاتي
registration-deed-moved = غيّر مكانه
registration-deed-joined_line = انضم إلى قائمة انتظار
registration-deed-details_changed = غيّر ما أدخله
registration-deed-consents_changed = غيّر ما يوافق عليه
registration-deed-copy_taken = أخذ نسخة من البيانات
registration-deed-reminders_stopped = أوقف التذكيرات
registration-deed-reminders_resumed = طلب التذكيرات من جديد
log-did-moved = انتقل إلى مكان آخر
log-did-joined_line = انضم إلى قائمة انتظار محتفظاً بمقعده
log-did-details_changed = غيّر ما كان قد أدخله
log-did-copy_taken = أخذ نسخة من بياناته
log-did-registration_erased = حذف تسجيله
