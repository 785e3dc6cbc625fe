# The workspace: what stands around its pages, signing in, the list of events.

nav-label = مساحة العمل
nav-events = الفعاليات
nav-people = الأشخاص
nav-team = الفريق
nav-log = السجل
nav-trash = المحذوفات
nav-account = حسابك
nav-turn-to = الانتقال إلى { $name }
nav-sign-out = تسجيل الخروج

event-tabs-label = هذه الفعالية
event-public-page = الصفحة العامة
tab-overview = نظرة عامة
tab-edit = التفاصيل
tab-lineup = المشاركون
tab-registrations = التسجيلات
tab-mail = الرسائل
tab-check-in = تسجيل الحضور
tab-figures = الأرقام
tab-log = السجل
event-state-draft = مسودة
event-state-published = منشورة
event-state-cancelled = ملغاة
event-state-over = منتهية

sign-in-title = تسجيل الدخول
sign-in-lead = لمن ينظّمون الفعاليات هنا. اكتب عنوان بريدك ليصلك رمز بالبريد.
sign-in-turned-back = هذه الصفحة للمنظّمين. اكتب عنوان بريدك ليصلك رمز بالبريد.
sign-in-email = عنوان بريدك الإلكتروني
sign-in-email-missing = اكتب عنوان بريدك الإلكتروني
sign-in-email-malformed = اكتب عنواناً مثل name@example.org
sign-in-submit = أرسلوا إليّ رمزاً
sign-in-code-title = اكتب الرمز
sign-in-code-lead = إن كان العنوان لأحد المنظّمين فستصل رسالة من { $sender } فيها رمز من 8 أرقام، يصلح في هذا المتصفّح وحده لمدّة { $count ->
    [zero] أقلّ من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}.
sign-in-code = الرمز
sign-in-code-missing = اكتب الرمز الوارد في الرسالة
sign-in-code-wrong = ليس هذا رمز الرسالة الأخيرة. تحقّق من الأرقام أو اطلب رمزاً جديداً
sign-in-code-often = جُرّبت رموز كثيرة. اطلب رمزاً جديداً
sign-in-code-over = استُعمل هذا الرمز أو انتهت مدّته. اطلب رمزاً جديداً
sign-in-code-submit = تسجيل الدخول
sign-in-code-again = طلب رمز جديد
sign-in-link-lead = يسجّل هذا الرابط دخولك في هذا المتصفّح، ويصلح مرّة واحدة.
sign-in-link-submit = تسجيل الدخول

first-title = أهلاً بك
first-lead = لا أحد ينظّم فعاليات هنا بعد. عرّف بنفسك لتكون أوّل المنظّمين.
first-organisation = اسم مؤسّستك
first-organisation-hint = كما يعرفها المشاركون؛ ويظهر أعلى كل صفحة.
first-name = اسمك
first-organisation-missing = اكتب اسم مؤسّستك
first-name-missing = اكتب اسمك
first-submit = ابدأ

role-assistant = مساعد
role-assistant-hint = يسجّل الحضور ويرى القوائم من دون العناوين
role-organiser = منظّم
role-organiser-hint = يدير الفعاليات: الصفحات والمشاركين والتسجيلات والرسائل
role-owner = مالك
role-owner-hint = كل شيء، والفريق أيضاً

desk-home-title = الفعاليات
desk-home-new = فعالية جديدة
desk-home-event = الفعالية
desk-home-when = الموعد
desk-home-state = الحالة
desk-home-taken = المقاعد المحجوزة
desk-home-waiting = قيد الانتظار
desk-home-past = المنتهية والملغاة
desk-home-empty-title = لا فعاليات بعد
desk-home-empty-text = يكفي للبداية عنوان ويوم ورابط وموعد إغلاق التسجيل. لا يراها أحد قبل أن تنشرها.

done-signed-in = تمّ تسجيل دخولك.
done-language = تغيّرت اللغة.
