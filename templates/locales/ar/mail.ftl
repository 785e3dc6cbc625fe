# Mails and calendar entries.

mail-subject-registered = تم تسجيلك: { $title }
mail-lead-registered = تم تسجيلك في الفعالية الآتية:
mail-subject-link = رابط المشاركة: { $title }
mail-lead-link = إليك رابط المشاركة الخاص بك:
mail-join = انضم إلى الفعالية
mail-join-address = إن لم يعمل الزر، فانسخ هذا العنوان:
mail-subject-withdrawn = سُحب التسجيل: { $title }
mail-lead-withdrawn = سُحب تسجيلك، ولم تعد مسجَّلاً في الفعالية الآتية:
mail-subject-known = سبق تسجيلك: { $title }
mail-lead-known = استخدم أحدهم، وربما أنت، عنوانك قبل قليل للتسجيل مرة أخرى. لم يتغير شيء، وتسجيلك محفوظ كما هو في الفعالية الآتية:
mail-subject-waitlisted = أنت على قائمة الانتظار: { $title }
mail-lead-waitlisted = حُجزت المقاعد كلها. أنت على قائمة الانتظار للفعالية الآتية:
mail-subject-received = وصلنا طلبك: { $title }
mail-lead-received = تؤكد الجهة المنظِّمة كل مقعد على حدة. وصلنا طلبك للفعالية الآتية:
mail-subject-confirm_address = أكّد عنوانك: { $title }
mail-lead-confirm_address = استخدم أحدهم، وربما أنت، هذا العنوان للتسجيل في الفعالية الآتية:

mail-when = الموعد
mail-where = المكان
mail-languages = اللغات
mail-page = صفحة الفعالية
mail-organised-by = تنظيم { $hosts }

mail-link-after_close = يصلك رابط المشاركة بالبريد الإلكتروني من { $sender } بعد إغلاق باب التسجيل يوم { $moment }.
mail-link-on_confirmation = يصلك رابط المشاركة في رسالة مستقلة من { $sender } فور تأكيد مقعدك.
mail-link-before_start = يصلك رابط المشاركة بالبريد الإلكتروني من { $sender } ابتداءً من يوم { $moment }.
mail-link-manual = يصلك رابط المشاركة بالبريد الإلكتروني من { $sender } قبل موعد الفعالية.
mail-link-missing = إن لم يصلك بعد ذلك بساعة، فابحث في مجلد البريد غير المرغوب فيه، ثم ردّ على هذه الرسالة.
mail-link-missing-late = إن لم يصلك قبيل موعد البدء، فابحث في مجلد البريد غير المرغوب فيه، ثم ردّ على هذه الرسالة.
mail-link-personal = هذا الرابط للمسجّلين فقط: لا تشاركه مع أحد.
mail-in-person = مشاركتك حضورية: موعدنا في المكان المذكور أعلاه.
mail-calendar-attached = أرفقنا موعد الفعالية لتقويمك.
mail-calendar-updates = ويُحدَّث الموعد تلقائياً عند إرسال الرابط.
mail-calendar-updated = أُضيف الرابط إلى الموعد في تقويمك أيضاً.
mail-calendar-removed = يزيل الموعد المرفق الفعالية من تقويمك.
mail-listening = للاستماع إلى الترجمة ({ $language }): بعد الانضمام، افتح «Interpretation» (الترجمة) في شريط أدوات الاجتماع واختر هذه اللغة.
mail-listening-any = للاستماع إلى الترجمة: بعد الانضمام، افتح «Interpretation» (الترجمة) في شريط أدوات الاجتماع واختر لغتك.
mail-manage = للاطلاع على تسجيلك أو سحبه:
mail-manage-button = تسجيلك
mail-again = إن غيّرت رأيك، فبإمكانك التسجيل من جديد في صفحة الفعالية ما دامت هناك مقاعد.
mail-not-again = أُغلق باب التسجيل. للاستفسار، ردّ على هذه الرسالة.
mail-waitlist-next = تصلك رسالة من { $sender } عندما يشغر مقعد.
mail-approval-next = تصلك رسالة من { $sender } فور صدور قرار الجهة المنظِّمة.
mail-confirm = لتأكيد أن العنوان لك، افتح هذه الصفحة واضغط الزر فيها:
mail-confirm-button = أكّد عنواني
mail-confirm-until = نحتفظ لك بالمقعد حتى يوم { $moment }.
mail-confirm-ignore = إن لم تكن أنت من فعل ذلك، فلا داعي لأي إجراء: لا يُسجَّل أحد من دون تأكيدك.
mail-known-ignore = إن لم تكن أنت من فعل ذلك، فلا داعي لأي إجراء.
mail-questions = لديك سؤال؟ ردّ على هذه الرسالة أو اكتب إلى { $contact }.
mail-footer = أرسل إليك { $site } هذه الرسالة لأن هذا العنوان استُخدم للتسجيل في الفعالية.

calendar-link-follows = يصل رابط المشاركة بالبريد الإلكتروني من { $sender } ثم يُضاف إلى هذا الموعد.
calendar-manage = لتعديل تسجيلك أو سحبه، افتح الرابط الوارد في رسالة التأكيد من { $sender }.
calendar-register = التسجيل وكل ما يتعلق بالفعالية:

calendar-join = انضم إلى الفعالية
calendar-withdrawn = سُحب هذا التسجيل.
calendar-location-after_close = عبر الإنترنت (يصل الرابط بعد إغلاق باب التسجيل)
calendar-location-on_confirmation = عبر الإنترنت (يصل الرابط بالبريد الإلكتروني)
calendar-location-before_start = عبر الإنترنت (يصل الرابط قبل موعد البدء)
calendar-location-manual = عبر الإنترنت (يصل الرابط قبل موعد البدء)
calendar-location-online = عبر الإنترنت
venue-to-be-announced = يُعلَن عن المكان لاحقاً
