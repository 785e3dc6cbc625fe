# How many registered: charts, their tables, and the report after an event.

figures-title = الأرقام
figures-intro = كل من سجّل ولم ينسحب ولم يُرفض طلبه، حتى { $moment }.
figures-empty-title = لم يسجّل أحد بعد
figures-empty-text = حالما تصل التسجيلات الأولى تعرضها هذه الصفحة بحسب اليوم واللغة والبلد والمؤسسة. شاركوا صفحة الفعالية كي تبدأ التسجيلات.
figures-empty-draft = انشروا الفعالية أولاً، وحين يسجّل الناس تعرض هذه الصفحة تسجيلاتهم بحسب اليوم واللغة والبلد والمؤسسة.
figures-to-event = فتح صفحة الفعالية
figures-to-overview = العودة إلى النظرة العامة
figures-to-report = تقرير الفعالية
figures-table = الأرقام في جدول
figures-scroll = رسم بياني يمكن تمريره أفقياً
figures-download = تنزيل
figures-sources-title = اعرفوا أي رابط أتى بالناس
figures-sources-text = أضيفوا إلى عنوان الاستمارة ‎?⁠source=‎ وكلمة قصيرة من اختياركم، وأعطوا كل شريك كلمة أخرى. عندئذ تعرض هذه الصفحة كم شخصاً أتى عبر كل منها.

figures-title-days = التسجيلات بحسب اليوم
figures-title-states = بحسب الحالة
figures-title-attendance = الحضور الفعلي
figures-title-languages = بحسب اللغة
figures-title-modes = بحسب طريقة الحضور
figures-title-countries = بحسب البلد
figures-title-organisations = بحسب المؤسسة
figures-title-sources = بحسب الرابط المستخدم
figures-title-sessions = الحضور بحسب الجلسة

figures-column-day = اليوم
figures-column-week = الأسبوع الذي يبدأ في
figures-column-new = الجديدة
figures-column-total = المجموع
figures-column-states = الحالة
figures-column-attendance = الحضور الفعلي
figures-column-languages = اللغة
figures-column-modes = طريقة الحضور
figures-column-countries = البلد
figures-column-organisations = المؤسسة
figures-column-sources = الرابط المستخدم
figures-column-session = الجلسة
figures-column-people = الأشخاص
figures-column-percent = النسبة المئوية

figures-state-unconfirmed = لم يؤكَّد العنوان
figures-state-pending = بانتظار القرار
figures-state-waitlisted = على قائمة الانتظار
figures-state-confirmed = له مقعد
figures-state-declined = رُفض الطلب
figures-state-cancelled = انسحب
figures-attendance-came = سُجّل حضوره
figures-attendance-absent = لم يُسجَّل حضوره

figures-silent = غير مذكور
figures-silent-source = دون رابط محدد
figures-others = الباقون جميعاً
figures-few = مجموعات صغيرة
figures-untold = غير معروض

figures-people = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصاً
   *[other] { $count } شخص
}
figures-share = { $count } ({ $percent }٪)
figures-part = { $name }: { $count }
figures-summary = العدد: { $people }. التوزيع: { $parts }.
figures-summary-days = عدد المسجّلين من { $first } إلى { $last }: { $people }. أكثر التسجيلات في { $busiest }: { $most }. يُغلق التسجيل في { $closes }.

figures-scale-new = الجديدة
figures-scale-total = المجموع
figures-closing = إغلاق التسجيل
figures-legend-day = الجديدة في اليوم
figures-legend-week = الجديدة في الأسبوع
figures-legend-total = المجموع حتى حينه
figures-date = { $day } { $month }

report-title = التقرير
report-running = لم تنتهِ الفعالية بعد: هذه هي الأرقام حتى الآن.
report-print = اطبعوا هذه الصفحة من المتصفح لحفظها بصيغة PDF.
report-full = كل شيء معروض. المجموعات التي تقل عن 5 أشخاص مخصصة لاطّلاع المنظمين وحدهم.
report-shared = لا تُعرض المجموعات التي تقل عن 5 أشخاص كي لا يمكن التعرف إلى أحد.
report-to-shared = نسخة للمشاركة
report-to-full = نسخة للمنظمين
report-facts = الفعالية
report-lineup = المشاركون
report-lineup-empty = لا أحد مؤكَّد بين المشاركين.
report-numbers = الأرقام
report-registered = سجّلوا
report-confirmed = لهم مقعد
report-withdrawn = انسحبوا
