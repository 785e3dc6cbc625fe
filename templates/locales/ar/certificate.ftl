# The certificate of attendance, and where it is verified.

certificate-title = شهادة حضور
certificate-own = العودة إلى تسجيلك
certificate-text = حضر هذه الفعالية كما دوّن منظموها.
certificate-picture = رمز لكاميرا الهاتف فيه العنوان الذي يُتحقق عنده
certificate-verify = من بيده هذه الشهادة يمكنه التحقق من الاسم والرمز في
certificate-print = اطبع هذه الصفحة من متصفحك (Ctrl P) أو احفظها. تبقى هنا حتى { $moment }، والنسخة المطبوعة يمكن التحقق منها بعد ذلك أيضًا.
certificate-kept = لا يُحفظ شيء من أجلها، ولا يستطيع أحد البحث عن اسمك.
own-certificate-text = دوّن المنظمون حضورك.
own-certificate-link = افتح شهادتك
verify-title = التحقق من شهادة حضور
verify-lead = اكتب الاسم والرمز كما هما في الشهادة. لا توجد قائمة أسماء يُبحث فيها.
verify-field-name = الاسم في الشهادة
verify-field-code = الرمز
verify-field-code-hint = حروف وأرقام في مجموعات من أربعة
verify-name-missing = اكتب الاسم
verify-code-missing = اكتب الرمز
verify-wrong = قارن الاسم والرمز بالشهادة: كما هما هنا لا يثبتان شيئًا
verify-button = تحقق
verify-proven-title = هذه الشهادة صحيحة
verify-proven-text = حضر { $name } هذه الفعالية كما دوّن منظموها.
verify-proven-name = هذا هو الاسم المذكور عند التسجيل، ولم يقارنه أحد بوثيقة.
