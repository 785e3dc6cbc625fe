# The door: check-in, lists and badges.

check-in-list = قائمة للطباعة
check-in-badges = الشارات
check-in-present = { $n ->
    [zero] حاضرين، من أصل { $expected } متوقَّعين في القاعة
    [one] حاضر، من أصل { $expected } متوقَّعين في القاعة
    [two] حاضران، من أصل { $expected } متوقَّعين في القاعة
    [few] حاضرين، من أصل { $expected } متوقَّعين في القاعة
    [many] حاضرًا، من أصل { $expected } متوقَّعين في القاعة
   *[other] حاضر، من أصل { $expected } متوقَّعين في القاعة
}
check-in-over = انتهت هذه الجلسة أو لن تُعقد الفعالية. ما زال يمكن تسجيل الحضور.
check-in-session = الجلسة
check-in-words = الاسم أو المؤسسة
check-in-who = العرض
check-in-who-all = الجميع
check-in-who-expected = من لم يصل بعد
check-in-who-present = الحاضرون
check-in-headset = سماعة: { $language }
check-in-headset-column = سماعة
check-in-came = وصل في { $moment } ({ $who })
check-in-button = تسجيل الحضور
check-in-undo = تراجع
check-in-none-title = لا أحد
check-in-none-text = لا يظهر هنا إلا من تأكّد مكانه. جرّب حروفًا أقل من الاسم أو جلسة أخرى.
check-in-other-sessions = الجلسات الأخرى
check-in-no-place = ليس لهذا الشخص مكان مؤكَّد. القرار لأحد المنظمين.
check-in-all = إلى صفحة الباب
check-in-print-hint = اطبع هذه الصفحة من متصفحك (Ctrl P).
check-in-there = الحضور
badges-none-text = الشارات لمن تأكّد حضورهم في القاعة.
badge-rules-chatham_house = قاعدة تشاتام هاوس
badge-rules-on_record = قابل للنشر والاقتباس
badge-no-photos = التصوير غير مسموح.
badge-recorded = تُسجَّل هذه الفعالية.
own-code-title = عند الباب
own-code-label = رمز تسجيل الحضور
own-code-text = أظهر هذا الرمز عند المدخل، على هاتفك أو مطبوعًا. ويكفي اسمك أيضًا.
done-checked-in = سُجّل الحضور.
done-checked-in-before = كان الحضور مسجَّلًا من قبل.
done-check-in-undone = تم التراجع عن تسجيل الحضور.
done-no-place = لم يُسجَّل الحضور: لا مكان مؤكَّدًا في هذه الجلسة.
