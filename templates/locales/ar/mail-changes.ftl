# Mails that tell many at once: reminders, changes, cancellations.

mail-subject-reminder = تذكير: { $title }
mail-lead-reminder = نذكّرك بالفعالية التي سجّلت فيها:
mail-reminders-stop = لإيقاف رسائل التذكير بهذه الفعالية:
mail-reminders-stop-link = إيقاف رسائل التذكير
mail-subject-changed-time = موعد جديد: { $title }
mail-subject-changed-place = مكان جديد: { $title }
mail-subject-changed-link = رابط مشاركة جديد: { $title }
mail-subject-changed-several = تغييرات في الفعالية: { $title }
mail-changed-time = تغيّر موعد الفعالية، والموعد الجديد مذكور أدناه.
mail-changed-place = تغيّر مكان الفعالية، والمكان الجديد مذكور أدناه.
mail-changed-link = تغيّر رابط المشاركة، ولم يعد الرابط السابق صالحاً.
mail-changed-kept = يبقى تسجيلك كما هو، ولا داعي لأي إجراء إن كان بإمكانك المشاركة.
mail-changed-pending = لا يزال طلبك في انتظار قرار الجهة المنظِّمة.
mail-changed-waitlisted = لا تزال على قائمة الانتظار.
mail-calendar-changed = المرفق يحدّث الموعد في تقويمك.
mail-subject-cancelled = أُلغيت الفعالية: { $title }
mail-lead-cancelled = أُلغيت الفعالية الآتية ولن تُعقد.
calendar-cancelled = أُلغيت هذه الفعالية.
