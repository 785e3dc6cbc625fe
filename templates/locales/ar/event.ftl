# An event: what pages, mails and calendar entries say about it.

kind-roundtable = طاولة مستديرة
kind-webinar = ندوة عبر الإنترنت
kind-workshop = ورشة عمل
kind-conference = مؤتمر
kind-summit = قمة
kind-lecture = محاضرة
kind-other = فعالية

format-in_person = حضورياً
format-online = عبر الإنترنت
format-hybrid = حضورياً وعبر الإنترنت

facts-label = لمحة سريعة
fact-when = التاريخ والوقت
fact-where = المكان
fact-languages = اللغات
fact-registration = التسجيل
fact-rules = قواعد الجلسة
fact-hosts = الجهات القائمة على الفعالية
fact-your-time = بتوقيتك:

where-online = عبر الإنترنت
where-online-on = عبر الإنترنت، على { $provider }
where-in-person = حضورياً
where-to-be-announced = حضورياً، ويُعلَن عن المكان لاحقاً
where-map = الخريطة

link-after_close = يُرسَل الرابط بالبريد الإلكتروني بعد إغلاق باب التسجيل.
link-on_confirmation = يُرسَل الرابط بالبريد الإلكتروني فور تأكيد مقعدك.
link-before_start = يُرسَل الرابط بالبريد الإلكتروني ابتداءً من { $moment }.
link-manual = يُرسَل الرابط بالبريد الإلكتروني قبل موعد الفعالية.

interpretation-simultaneous-between = ترجمة فورية بين { $from } و{ $to }
interpretation-simultaneous = ترجمة فورية من { $from } إلى { $to }
interpretation-consecutive-between = ترجمة تتابعية بين { $from } و{ $to }
interpretation-consecutive = ترجمة تتابعية من { $from } إلى { $to }
interpretation-sign = ترجمة إلى لغة الإشارة ({ $from })

rules-on_record = كل ما يقال قابل للنشر والاقتباس.
rules-chatham_house = قاعدة «تشاتام هاوس»: يجوز استخدام ما يقال من دون الكشف عن هوية قائله.
rules-recording = تُسجَّل وقائع الفعالية.
rules-photography = تُلتقط صور خلال الفعالية.

host-organiser = { $count ->
    [zero] الجهات المنظِّمة
    [one] الجهة المنظِّمة
    [two] الجهتان المنظِّمتان
    [few] الجهات المنظِّمة
    [many] الجهات المنظِّمة
   *[other] الجهات المنظِّمة
}
host-partner = { $count ->
    [zero] الجهات الشريكة
    [one] الجهة الشريكة
    [two] الجهتان الشريكتان
    [few] الجهات الشريكة
    [many] الجهات الشريكة
   *[other] الجهات الشريكة
}
host-supporter = { $count ->
    [zero] الجهات الداعمة
    [one] الجهة الداعمة
    [two] الجهتان الداعمتان
    [few] الجهات الداعمة
    [many] الجهات الداعمة
   *[other] الجهات الداعمة
}
host-sponsor = { $count ->
    [zero] الجهات الراعية
    [one] الجهة الراعية
    [two] الجهتان الراعيتان
    [few] الجهات الراعية
    [many] الجهات الراعية
   *[other] الجهات الراعية
}
host-media_partner = { $count ->
    [zero] الشركاء الإعلاميون
    [one] الشريك الإعلامي
    [two] الشريكان الإعلاميان
    [few] الشركاء الإعلاميون
    [many] الشركاء الإعلاميون
   *[other] الشركاء الإعلاميون
}

role-speaker = { $count ->
    [zero] المتحدثون
    [one] المداخلة
    [two] المتحدثان
    [few] المتحدثون
    [many] المتحدثون
   *[other] المتحدثون
}
role-moderator = { $count ->
    [zero] إدارة النقاش
    [one] إدارة النقاش
    [two] إدارة النقاش
    [few] إدارة النقاش
    [many] إدارة النقاش
   *[other] إدارة النقاش
}
role-discussant = { $count ->
    [zero] التعقيب
    [one] التعقيب
    [two] التعقيب
    [few] التعقيب
    [many] التعقيب
   *[other] التعقيب
}
role-keynote = { $count ->
    [zero] الكلمات الرئيسية
    [one] الكلمة الرئيسية
    [two] الكلمتان الرئيسيتان
    [few] الكلمات الرئيسية
    [many] الكلمات الرئيسية
   *[other] الكلمات الرئيسية
}
role-interpreter = { $count ->
    [zero] الترجمة
    [one] الترجمة
    [two] الترجمة
    [few] الترجمة
    [many] الترجمة
   *[other] الترجمة
}
role-opening = { $count ->
    [zero] الكلمات الافتتاحية
    [one] الكلمة الافتتاحية
    [two] الكلمتان الافتتاحيتان
    [few] الكلمات الافتتاحية
    [many] الكلمات الافتتاحية
   *[other] الكلمات الافتتاحية
}

to-be-announced = يُعلَن لاحقاً
programme = البرنامج
lineup = المشاركون في النقاش
about = عن الفعالية
session-number = الجلسة { $number }
session-languages = باللغة: { $languages }
session-count = { $count ->
    [zero] من دون جلسات
    [one] جلسة واحدة
    [two] جلستان
    [few] { $count } جلسات
    [many] { $count } جلسة
   *[other] { $count } جلسة
}

state-open = التسجيل مفتوح
state-not_yet = يُفتح التسجيل قريباً
state-full = اكتمل العدد
state-closed = أُغلق التسجيل
state-cancelled = أُلغيت
state-over = فعالية سابقة

door-open = التسجيل مفتوح حتى يوم { $moment }.
door-not_yet = يُفتح باب التسجيل يوم { $moment }.
door-closed = أُغلق باب التسجيل يوم { $moment }.
door-full = حُجزت المقاعد كلها.
door-waitlist = يمكنك الانضمام إلى قائمة الانتظار حتى يوم { $moment }.
door-cancelled = أُلغيت هذه الفعالية ولن تُعقد.
door-over = انتهت هذه الفعالية.
door-approval = تؤكد الجهة المنظِّمة كل مقعد على حدة.
door-invitation = الحضور بدعوة: يلزمك الرمز الوارد في دعوتك.
