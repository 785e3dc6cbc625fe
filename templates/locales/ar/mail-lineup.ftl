# Mails to those who appear.

mail-subject-lineup_link = رابط المشاركين في البرنامج: { $title }
mail-lead-lineup_link = أنت من المشاركين في البرنامج. إليك رابط المشاركة الخاص بك:
mail-lineup-personal = هذا الرابط للمتحدثين ومديري الجلسات والمترجمين فقط: لا تشاركه مع أحد.
mail-lineup-calendar = أرفقنا موعد الجلسة لتقويمك، وفيه الرابط.
mail-footer-lineup = أرسل إليك { $site } هذه الرسالة لأن اسمك وارد في برنامج الفعالية.
