# Whether somebody wants to be reminded of an event.

reminders-title-wanted = تصلك رسائل تذكير بهذه الفعالية
reminders-text-wanted = نذكّرك بالفعالية برسالة قبل موعدها. وإن أوقفت التذكير، يبقى تسجيلك كما هو وتصلك سائر الرسائل المتعلقة بالفعالية.
reminders-stop = أوقف رسائل التذكير
reminders-title-stopped = لن تصلك رسائل تذكير بعد الآن
reminders-text-stopped = تسجيلك باقٍ كما هو. وتصلك سائر الرسائل المتعلقة بالفعالية، كرابط المشاركة أو تغيير الموعد.
reminders-resume = أرسلوا إليّ رسائل التذكير من جديد
reminders-own = إلى تسجيلك
own-reminders = رسائل التذكير
own-reminders-wanted = نذكّرك بالفعالية برسالة قبل موعدها.
own-reminders-stopped = أوقفت رسائل التذكير بهذه الفعالية.
