# رموز الوصول التي تعمل بها البرامج عمل المنظّمين.

nav-api = الواجهة البرمجية
tokens-title = رموز وصول للبرامج
tokens-lead = البرنامج الذي يرسل رمز وصول يرى ما يراه المنظّمون ويفعل ما يفعلونه: موقع معهدكم مثلاً حين يعرض عدد الحاضرين. أنشئ رمزاً لكل برنامج، ولا تسمح له بأكثر مما يحتاج إليه.
tokens-name = الاسم
tokens-name-hint = الغرض منه، مثل «الموقع الإلكتروني». هكذا يسمّيه السجل.
tokens-name-missing = اكتب الغرض من الرمز
tokens-access = يسمح بـ
token-access-read = الاطّلاع
token-access-read-hint = الفعاليات والتسجيلات مع العناوين والرسائل والأرقام
token-access-write = الاطّلاع والتغيير
token-access-write-hint = النشر والتسجيل واتخاذ القرارات والإلغاء أيضاً
tokens-links = روابط الانضمام أيضاً
tokens-links-hint = من دون هذا لا يتضمّن أي جواب رابطاً للانضمام إلى اجتماع، ولو كان للمنظّمين.
tokens-shows-links = وروابط الانضمام
tokens-until = صالح حتى
tokens-over = انتهت صلاحيته
tokens-used = آخر استعمال
tokens-never = لم يُستعمل
tokens-revoke = إبطال
tokens-new = رمز جديد
tokens-submit = إنشاء الرمز
tokens-made-title = الرمز «{ $name }»
tokens-made-text = انسخه الآن: لن يظهر مرة أخرى. من يملكه يستطيع فعل ما يسمح به، فاحفظه كما تحفظ كلمة المرور.
done-token-revoked = أُبطل الرمز، ولم يعد يفتح شيئاً.
