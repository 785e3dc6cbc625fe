# مفاتيح المرور: الدخول بجهاز يفتحه صاحبه.

sign-in-passkey = تسجيل الدخول بمفتاح مرور
sign-in-passkey-stopped = لم يستعمل المتصفّح أي مفتاح مرور. حاول من جديد، أو اطلب رمزاً بالبريد
sign-in-passkey-wrong = لا يُدخل هذا المفتاح أحداً هنا. اطلب رمزاً بالبريد
passkeys-title = مفاتيح المرور
passkeys-lead = تسجّل دخولك بهاتفك أو حاسوبك أو مفتاح أمان، تفتحه ببصمة إصبعك أو وجهك أو رقمه السري، ولا حاجة عندئذٍ إلى أي رمز.
passkey-name = الاسم
passkey-name-hint = أيّ جهاز هو، مثل «الهاتف».
passkey-unnamed = مفتاح مرور
passkey-made = تاريخ الإضافة
passkey-used = آخر استعمال
passkey-never = لم يُستعمل
passkey-add = إضافة مفتاح مرور
passkey-remove = إزالة
passkey-stopped = لم يُنشئ المتصفّح مفتاح مرور. حاول من جديد، وإن كان فيه مفتاح لك هنا فهو يكفي
passkey-not-added = لم يُضَف مفتاح المرور. حاول من جديد
done-passkey-added = أُضيف مفتاح المرور، وسُجّل خروجك من المتصفّحات الأخرى.
done-passkey-removed = أُزيل مفتاح المرور، وسُجّل خروجك من المتصفّحات الأخرى.

# الدخول الموحّد: مزوّد هوية يقول من يكون الشخص.

sign-in-sso = تسجيل الدخول عبر { $provider }
sign-in-sso-failed = لم يُعرّف بك { $provider }. حاول من جديد، أو اطلب رمزاً بالبريد
sign-in-sso-nobody = ليس بين المنظّمين هنا من له عنوان بريد تحقّق { $provider } من أنه لك. اطلب رمزاً بالبريد، أو اطلب من زميل أن يدعوك
sign-in-sso-proof = حسابك هنا غير موصول بعدُ بـ { $provider }. سجّل الدخول كما اعتدت، ثم صِله من «حسابك»
leaving-title = { $provider } يعرّف بك
leaving-lead = ينتقل المتصفّح إليه وحده، ثم تعود وقد سُجّل دخولك.
leaving-go = الانتقال إلى { $provider }
sso-title = الدخول الموحّد
sso-lead = سجّل الدخول هنا بدخولك إلى { $provider }.
sso-connected = تسجّل الدخول هنا بدخولك إلى { $provider }.
sso-ended = لم يعد { $provider } يُدخلك هنا. صِل حسابك به من جديد لتدخل عبره.
sso-connect = الوصل بـ { $provider }
sso-disconnect = قطع الوصل بـ { $provider }
done-sso-connected = وُصل حسابك، ويمكنك تسجيل الدخول به من الآن.
done-sso-taken = لم يوصل شيء، فالحساب هناك لمنظّم آخر هنا.
done-sso-disconnected = قُطع وصل حسابك، وسُجّل خروجك من المتصفّحات الأخرى.
