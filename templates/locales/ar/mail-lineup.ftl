# Mails to those who appear.

mail-subject-lineup_link = رابط المشاركين في البرنامج: { $title }
mail-lead-lineup_link = أنت من المشاركين في البرنامج. إليك رابط المشاركة الخاص بك:
mail-lineup-personal = هذا الرابط للمتحدثين ومديري الجلسات والمترجمين فقط: لا تشاركه مع أحد.
mail-lineup-calendar = أرفقنا موعد الجلسة لتقويمك، وفيه الرابط.
mail-footer-lineup = أرسل إليك { $site } هذه الرسالة لأن اسمك وارد في برنامج الفعالية.

mail-subject-lineup-asked = دعوة إلى المشاركة: { $title }
mail-subject-lineup-reminded = بانتظار ردّك: { $title }
mail-subject-lineup-agreed = صفحتك ضمن البرنامج: { $title }
mail-lead-lineup-asked = يودّ المنظّم أن تكون ضمن برنامج الفعالية أدناه.
mail-lead-lineup-reminded = دعاك المنظّم إلى المشاركة في برنامج الفعالية أدناه، وهو بانتظار ردّك.
mail-lead-lineup-agreed = أنت ضمن برنامج الفعالية أدناه. كل ما يخصّك موجود في صفحة خاصة بك.
mail-lineup-role = دورك:
mail-lineup-do-asked = في الصفحة أدناه تؤكّد مشاركتك أو تعتذر عنها، وتحدّد كيف تودّ أن نقدّمك. لا يستغرق ذلك أكثر من دقيقتين ولا يتطلّب حساباً.
mail-lineup-do-agreed = في الصفحة أدناه تجد ورقة سير الفعالية، وتحدّد كيف تودّ أن نقدّمك. لا يتطلّب ذلك حساباً.
mail-lineup-open = افتح صفحتي
mail-lineup-page-personal = هذه الصفحة لك وحدك: لا تشارك عنوانها مع أحد. وستجد فيها رابط المشاركة أيضاً متى أُتيح.
mail-footer-lineup-asked = أرسل إليك { $site } هذه الرسالة لأن منظّم الفعالية أدخل هذا العنوان ضمن برنامجها.
mail-tech-check = الاختبار التقني للكاميرا والميكروفون: ابتداءً من { $moment }. إن لم يناسبك الموعد، فأجب عن هذه الرسالة.
