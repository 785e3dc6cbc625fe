# Registrations: the list, decisions, adding, importing, exporting.

registration-state-unconfirmed = العنوان غير مؤكَّد
registration-state-pending = طلب
registration-state-waitlisted = قائمة الانتظار
registration-state-confirmed = مؤكَّد
registration-state-declined = مرفوض
registration-state-cancelled = منسحب

registrations-count-unconfirmed = { $n ->
    [zero] عناوين تنتظر التأكيد
    [one] عنوان ينتظر التأكيد
    [two] عنوانان ينتظران التأكيد
    [few] عناوين تنتظر التأكيد
    [many] عنوانًا ينتظر التأكيد
   *[other] عنوان ينتظر التأكيد
}
registrations-count-pending = { $n ->
    [zero] طلبات تنتظر القرار
    [one] طلب ينتظر القرار
    [two] طلبان ينتظران القرار
    [few] طلبات تنتظر القرار
    [many] طلبًا ينتظر القرار
   *[other] طلب ينتظر القرار
}
registrations-count-waitlisted = في قائمة الانتظار
registrations-count-confirmed = مؤكَّدون
registrations-count-declined = مرفوضون
registrations-count-cancelled = منسحبون
registrations-counted = أُحصي في { $moment }
registrations-places-online = عبر الإنترنت: { $taken } من { $capacity } من الأماكن.
registrations-places-in_person = في القاعة: { $taken } من { $capacity } من الأماكن.
registrations-over = زيادة قدرها { $n }

registrations-add = إضافة يدوية
registrations-import = استيراد قائمة
registrations-export = تصدير
registrations-empty-title = لم يسجّل أحد بعد
registrations-empty-text = يظهر هنا كل من يسجّل فور تسجيله. ويمكنك أيضًا إضافة أشخاص يدويًا أو استيراد قائمة.
registrations-none-title = لا نتائج
registrations-none-text = جرّب كلمات أقل أو مرشّحات أخرى.
registrations-found = { $n ->
    [zero] لا تسجيلات
    [one] تسجيل واحد
    [two] تسجيلان
    [few] { $n } تسجيلات
    [many] { $n } تسجيلًا
   *[other] { $n } تسجيل
}
registrations-filter-words = الاسم أو المؤسسة أو العنوان
registrations-filter-state = الحالة
registrations-filter-mode = طريقة الحضور
registrations-filter-language = اللغة
registrations-filter-session = الجلسة
registrations-filter-country = البلد
registrations-filter-tag = الوسم
registrations-filter-order = الترتيب
registrations-filter-all = الكل
registrations-filter-submit = عرض
registrations-filter-reset = عرض الكل
registrations-order-newest = الأحدث أولًا
registrations-order-oldest = الأقدم أولًا
registrations-order-name = حسب الاسم
registrations-mode-online = عبر الإنترنت
registrations-mode-in_person = حضوريًا
registrations-name = الاسم
registrations-about = المنصب والمؤسسة
registrations-email = البريد الإلكتروني
registrations-state = الحالة
registrations-mode = طريقة الحضور
registrations-language = اللغة
registrations-at = تاريخ التسجيل
registrations-tick = تحديد
registrations-tick-page = تحديد جميع من في هذه الصفحة
registrations-undeliverable = البريد يرتدّ
registrations-told-at = يُبلَّغ في { $moment }
registrations-pager-label = الصفحات
registrations-pager-previous = الصفحة السابقة
registrations-pager-next = الصفحة التالية
registrations-pager-page = الصفحة { $page } من { $pages }

bulk-title = للمحدَّدين
bulk-all = { $n ->
    [zero] جميع النتائج
    [one] النتيجة الوحيدة
    [two] النتيجتان كلتاهما
    [few] جميع النتائج وعددها { $n }، في كل الصفحات
    [many] جميع النتائج وعددها { $n }، في كل الصفحات
   *[other] جميع النتائج وعددها { $n }، في كل الصفحات
}
bulk-tag = وسم
bulk-tag-submit = إضافة الوسم
bulk-hint = يمكن التراجع عن القرار خلال خمس دقائق، ثم تُرسَل الرسالة.
verb-approve = قبول
verb-waitlist = إلى قائمة الانتظار
verb-decline = رفض
verb-decline-ask = رفض…
verb-withdraw = سحب التسجيل
verb-withdraw-ask = سحب التسجيل…

undo-title = { $n ->
    [zero] لا قرارات يمكن التراجع عنها
    [one] قرار واحد يمكن التراجع عنه
    [two] قراران يمكن التراجع عنهما
    [few] { $n } قرارات يمكن التراجع عنها
    [many] { $n } قرارًا يمكن التراجع عنه
   *[other] { $n } قرار يمكن التراجع عنه
}
undo-until = تُرسَل الرسالة في { $moment }.
undo-button = تراجع
undo-row-confirmed = { $n ->
    [zero] قُبل: لا أحد
    [one] قُبل: شخص واحد
    [two] قُبل: شخصان
    [few] قُبل: { $n } أشخاص
    [many] قُبل: { $n } شخصًا
   *[other] قُبل: { $n } شخص
}
undo-row-declined = { $n ->
    [zero] رُفض: لا أحد
    [one] رُفض: شخص واحد
    [two] رُفض: شخصان
    [few] رُفض: { $n } أشخاص
    [many] رُفض: { $n } شخصًا
   *[other] رُفض: { $n } شخص
}
undo-row-waitlisted = { $n ->
    [zero] أُضيف إلى قائمة الانتظار: لا أحد
    [one] أُضيف إلى قائمة الانتظار: شخص واحد
    [two] أُضيف إلى قائمة الانتظار: شخصان
    [few] أُضيف إلى قائمة الانتظار: { $n } أشخاص
    [many] أُضيف إلى قائمة الانتظار: { $n } شخصًا
   *[other] أُضيف إلى قائمة الانتظار: { $n } شخص
}
undo-row-cancelled = { $n ->
    [zero] سُحب: لا أحد
    [one] سُحب: شخص واحد
    [two] سُحب: شخصان
    [few] سُحب: { $n } أشخاص
    [many] سُحب: { $n } شخصًا
   *[other] سُحب: { $n } شخص
}
told-full = { $n ->
    [zero] لا ينقص مكان لأحد.
    [one] لا مكان شاغرًا لشخص واحد.
    [two] لا مكان شاغرًا لشخصين.
    [few] لا مكان شاغرًا لـ{ $n } أشخاص.
    [many] لا مكان شاغرًا لـ{ $n } شخصًا.
   *[other] لا مكان شاغرًا لـ{ $n } شخص.
}
told-not-open = { $n ->
    [zero] لا تسجيل خارج الحالات المسموحة.
    [one] تسجيل واحد ليس في حالة تسمح بذلك.
    [two] تسجيلان ليسا في حالة تسمح بذلك.
    [few] { $n } تسجيلات ليست في حالة تسمح بذلك.
    [many] { $n } تسجيلًا ليس في حالة تسمح بذلك.
   *[other] { $n } تسجيل ليس في حالة تسمح بذلك.
}
told-know-link = { $n ->
    [zero] لم يُرسَل الرابط إلى أحد.
    [one] شخص واحد أُرسل إليه رابط الانضمام من قبل: لا يمنعه إلا رابط آخر.
    [two] شخصان أُرسل إليهما رابط الانضمام من قبل: لا يمنعهما إلا رابط آخر.
    [few] { $n } أشخاص أُرسل إليهم رابط الانضمام من قبل: لا يمنعهم إلا رابط آخر.
    [many] { $n } شخصًا أُرسل إليهم رابط الانضمام من قبل: لا يمنعهم إلا رابط آخر.
   *[other] { $n } شخص أُرسل إليهم رابط الانضمام من قبل: لا يمنعهم إلا رابط آخر.
}
told-listed = { $n ->
    [zero] لم يُعطَ أي مكان لآخرين.
    [one] أُعطي مكان واحد لشخص آخر في هذه الأثناء: صاحبه الآن في آخر قائمة الانتظار.
    [two] أُعطي مكانان لآخرين في هذه الأثناء: صاحباهما الآن في آخر قائمة الانتظار.
    [few] أُعطيت { $n } أماكن لآخرين في هذه الأثناء: أصحابها الآن في آخر قائمة الانتظار.
    [many] أُعطي { $n } مكانًا لآخرين في هذه الأثناء: أصحابها الآن في آخر قائمة الانتظار.
   *[other] أُعطي { $n } مكان لآخرين في هذه الأثناء: أصحابها الآن في آخر قائمة الانتظار.
}
told-stay = { $n ->
    [zero] لا قرار باقيًا.
    [one] قرار واحد باقٍ لأن الرسالة أُرسلت أو لأن شيئًا آخر حدث بعده.
    [two] قراران باقيان لأن الرسالة أُرسلت أو لأن شيئًا آخر حدث بعدهما.
    [few] { $n } قرارات باقية لأن الرسالة أُرسلت أو لأن شيئًا آخر حدث بعدها.
    [many] { $n } قرارًا باقيًا لأن الرسالة أُرسلت أو لأن شيئًا آخر حدث بعده.
   *[other] { $n } قرار باقٍ لأن الرسالة أُرسلت أو لأن شيئًا آخر حدث بعده.
}

decide-title-approve = { $n ->
    [zero] قبول لا شيء
    [one] قبول تسجيل واحد
    [two] قبول تسجيلين
    [few] قبول { $n } تسجيلات
    [many] قبول { $n } تسجيلًا
   *[other] قبول { $n } تسجيل
}
decide-title-waitlist = { $n ->
    [zero] نقل لا شيء إلى قائمة الانتظار
    [one] نقل تسجيل واحد إلى قائمة الانتظار
    [two] نقل تسجيلين إلى قائمة الانتظار
    [few] نقل { $n } تسجيلات إلى قائمة الانتظار
    [many] نقل { $n } تسجيلًا إلى قائمة الانتظار
   *[other] نقل { $n } تسجيل إلى قائمة الانتظار
}
decide-title-decline = { $n ->
    [zero] رفض لا شيء
    [one] رفض تسجيل واحد
    [two] رفض تسجيلين
    [few] رفض { $n } تسجيلات
    [many] رفض { $n } تسجيلًا
   *[other] رفض { $n } تسجيل
}
decide-title-withdraw = { $n ->
    [zero] سحب لا شيء
    [one] سحب تسجيل واحد
    [two] سحب تسجيلين
    [few] سحب { $n } تسجيلات
    [many] سحب { $n } تسجيلًا
   *[other] سحب { $n } تسجيل
}
decide-more = { $n ->
    [zero] ولا أحد غيرهم
    [one] وشخص آخر
    [two] وشخصان آخران
    [few] و{ $n } آخرون
    [many] و{ $n } آخرون
   *[other] و{ $n } آخرون
}
decide-told-approve = { $n ->
    [zero] يحصل لا أحد على أماكن بقدر الشاغر منها، وعلى رسائل بذلك.
    [one] يحصل الشخص على مكان وعلى رسالة بذلك.
    [two] يحصل شخصان على أماكن بقدر الشاغر منها، وعلى رسائل بذلك.
    [few] يحصل { $n } أشخاص على أماكن بقدر الشاغر منها، وعلى رسائل بذلك.
    [many] يحصل { $n } شخصًا على أماكن بقدر الشاغر منها، وعلى رسائل بذلك.
   *[other] يحصل { $n } شخص على أماكن بقدر الشاغر منها، وعلى رسائل بذلك.
}
decide-told-waitlist = { $n ->
    [zero] ينتظر لا أحد في القائمة ويُبلَّغون بذلك بالبريد.
    [one] ينتظر الشخص في القائمة ويُبلَّغ بذلك بالبريد.
    [two] ينتظر شخصان في القائمة ويُبلَّغون بذلك بالبريد.
    [few] ينتظر { $n } أشخاص في القائمة ويُبلَّغون بذلك بالبريد.
    [many] ينتظر { $n } شخصًا في القائمة ويُبلَّغون بذلك بالبريد.
   *[other] ينتظر { $n } شخص في القائمة ويُبلَّغون بذلك بالبريد.
}
decide-told-decline = { $n ->
    [zero] يُبلَّغ لا أحد بالبريد أنه لا أماكن لهم.
    [one] يُبلَّغ الشخص بالبريد أنه لا مكان له.
    [two] يُبلَّغ شخصان بالبريد أنه لا أماكن لهم.
    [few] يُبلَّغ { $n } أشخاص بالبريد أنه لا أماكن لهم.
    [many] يُبلَّغ { $n } شخصًا بالبريد أنه لا أماكن لهم.
   *[other] يُبلَّغ { $n } شخص بالبريد أنه لا أماكن لهم.
}
decide-told-withdraw = { $n ->
    [zero] تُسحب تسجيلات لا أحد كما طلبوا، وتُبلِّغهم رسائل بذلك.
    [one] يُسحب التسجيل كما طلب صاحبه، وتُبلِّغه رسالة بذلك.
    [two] تُسحب تسجيلات شخصين كما طلبوا، وتُبلِّغهم رسائل بذلك.
    [few] تُسحب تسجيلات { $n } أشخاص كما طلبوا، وتُبلِّغهم رسائل بذلك.
    [many] تُسحب تسجيلات { $n } شخصًا كما طلبوا، وتُبلِّغهم رسائل بذلك.
   *[other] تُسحب تسجيلات { $n } شخص كما طلبوا، وتُبلِّغهم رسائل بذلك.
}
decide-undo = { $n ->
    [zero] تُرسَل الرسائل فورًا.
    [one] تُرسَل الرسائل بعد دقيقة واحدة، ويمكنك التراجع حتى ذلك الحين.
    [two] تُرسَل الرسائل بعد دقيقتين، ويمكنك التراجع حتى ذلك الحين.
    [few] تُرسَل الرسائل بعد { $n } دقائق، ويمكنك التراجع حتى ذلك الحين.
    [many] تُرسَل الرسائل بعد { $n } دقيقة، ويمكنك التراجع حتى ذلك الحين.
   *[other] تُرسَل الرسائل بعد { $n } دقيقة، ويمكنك التراجع حتى ذلك الحين.
}
decide-places = { $n ->
    [zero] لا أحد منهم له مكان الآن.
    [one] لواحد منهم مكان الآن، فيصبح شاغرًا ويُزال الموعد من التقويم.
    [two] لاثنين منهم مكانان الآن، فيصبحان شاغرين ويُزال الموعد من التقويم.
    [few] لـ{ $n } منهم أماكن الآن، فتصبح شاغرة ويُزال الموعد من التقويم.
    [many] لـ{ $n } منهم أماكن الآن، فتصبح شاغرة ويُزال الموعد من التقويم.
   *[other] لـ{ $n } منهم أماكن الآن، فتصبح شاغرة ويُزال الموعد من التقويم.
}
decide-submit-approve = { $n ->
    [zero] قبول
    [one] قبول
    [two] قبول الجميع ({ $n })
    [few] قبول الجميع ({ $n })
    [many] قبول الجميع ({ $n })
   *[other] قبول الجميع ({ $n })
}
decide-submit-waitlist = { $n ->
    [zero] إلى قائمة الانتظار
    [one] إلى قائمة الانتظار
    [two] نقل الجميع ({ $n }) إلى قائمة الانتظار
    [few] نقل الجميع ({ $n }) إلى قائمة الانتظار
    [many] نقل الجميع ({ $n }) إلى قائمة الانتظار
   *[other] نقل الجميع ({ $n }) إلى قائمة الانتظار
}
decide-submit-decline = { $n ->
    [zero] رفض
    [one] رفض
    [two] رفض الجميع ({ $n })
    [few] رفض الجميع ({ $n })
    [many] رفض الجميع ({ $n })
   *[other] رفض الجميع ({ $n })
}
decide-submit-withdraw = { $n ->
    [zero] سحب التسجيل
    [one] سحب التسجيل
    [two] سحب تسجيل الجميع ({ $n })
    [few] سحب تسجيل الجميع ({ $n })
    [many] سحب تسجيل الجميع ({ $n })
   *[other] سحب تسجيل الجميع ({ $n })
}
decide-cancel = عودة بلا قرار
decide-nobody = لم يُحدَّد أحد.
registrations-reason = السبب
registrations-reason-in = السبب باللغة: { $language }
registrations-type-name = اكتب { $name } للتأكيد
registrations-type-name-wrong = اكتب { $name } كما هو تمامًا، لأن هذا يخص كثيرين

requests-title = الطلبات
requests-all = جميع التسجيلات
requests-lead = { $n ->
    [zero] لا طلب ينتظر القرار.
    [one] طلب واحد ينتظر القرار.
    [two] طلبان ينتظران القرار.
    [few] { $n } طلبات تنتظر القرار.
    [many] { $n } طلبًا ينتظر القرار.
   *[other] { $n } طلب ينتظر القرار.
}
requests-free = { $n ->
    [zero] لا مكان شاغرًا.
    [one] مكان واحد شاغر.
    [two] مكانان شاغران.
    [few] { $n } أماكن شاغرة.
    [many] { $n } مكانًا شاغرًا.
   *[other] { $n } مكان شاغر.
}
requests-keys = حدّد قرارك في كل طلب ثم احفظ. من لوحة المفاتيح: A للقبول، وW لقائمة الانتظار، وD للرفض، وS للتأجيل؛ وJ وK للنزول والصعود.
requests-marked = المحدَّد:
requests-earlier = { $n ->
    [zero] لم يحضر من قبل
    [one] مؤكَّد في فعالية سابقة واحدة
    [two] مؤكَّد في فعاليتين سابقتين
    [few] مؤكَّد في { $n } فعاليات سابقة
    [many] مؤكَّد في { $n } فعالية سابقة
   *[other] مؤكَّد في { $n } فعالية سابقة
}
requests-reason = السبب لمن رُفض طلبهم
requests-submit = حفظ القرارات
requests-none-title = لا طلب ينتظر
requests-none-text = اتُّخذ القرار في كل الطلبات.
mark-approve = قبول
mark-waitlist = قائمة الانتظار
mark-decline = رفض
mark-later = لاحقًا

one-facts = المعلومات
one-address-confirmed = تأكيد العنوان
one-confirmed = إعطاء المكان
one-reason = السبب المذكور
one-sessions = الجلسات
one-earlier = سابقًا
one-answers = الإجابات
one-tags = الوسوم
one-tags-hint = تفصل بينها فواصل، ولا يراها إلا المنظمون
one-tags-submit = حفظ الوسوم
one-notes = الملاحظات
one-note-hint = لا يراها إلا المنظمون
one-note-submit = إضافة الملاحظة
one-note-remove = إزالة
one-mails = البريد
one-mails-none = لا رسائل بعد.
one-mail-kind = الرسالة
one-mail-at = الوقت
one-mail-reply = جواب الخادم
one-calendar = جواب التقويم
one-stays = تسجيل الحضور
one-history = ما حدث
calendar-answer-accepted = قبول
calendar-answer-tentative = قبول مبدئي
calendar-answer-declined = اعتذار

registration-mail-registered = تأكيد التسجيل
registration-mail-link = رابط الانضمام
registration-mail-withdrawn = سحب التسجيل
registration-mail-confirm_address = تأكيد العنوان
registration-mail-received = وصول الطلب
registration-mail-waitlisted = في قائمة الانتظار
registration-mail-known = مسجَّل من قبل
registration-mail-approved = قبول
registration-mail-promoted = مكان من قائمة الانتظار
registration-mail-declined = رفض
registration-mail-decline_noted = اعتذار من التقويم
registration-mail-reminder = تذكير
registration-mail-changed = تغيير
registration-mail-cancelled = إلغاء الفعالية
registration-mail-announcement = إعلان
registration-mail-follow_up = بعد الفعالية
registration-mail-state-scheduled = ستُرسَل
registration-mail-state-leased = قيد الإرسال
registration-mail-state-retry = ستُعاد المحاولة
registration-mail-state-sent = أُرسلت
registration-mail-state-failed = رُدّت
registration-mail-state-suppressed = لم تُرسَل
registration-mail-state-uncertain = ربما وصلت
registration-mail-state-dead = تعذّرت كتابتها
registration-actor-attendee = صاحب التسجيل
registration-actor-convoke = الخدمة
registration-actor-operator = مشغّل الخدمة
registration-actor-gone = زميل سابق
registration-deed-registered = تسجيل
registration-deed-approved = قبول
registration-deed-declined = رفض
registration-deed-waitlisted = نقل إلى قائمة الانتظار
registration-deed-withdrawn = سحب التسجيل
registration-deed-decision_undone = تراجع عن القرار
registration-deed-promoted = مكان من قائمة الانتظار
registration-deed-address_confirmed = تأكيد العنوان
registration-deed-hold_expired = انتهاء حجز المكان لعدم تأكيد العنوان في موعده
registration-deed-undeliverable = ارتداد البريد
registration-deed-note_added = إضافة ملاحظة
registration-deed-note_removed = إزالة ملاحظة
registration-deed-tagged = تغيير الوسوم
registration-deed-checked_in = تسجيل الحضور
registration-deed-check_in_undone = تراجع عن تسجيل الحضور

add-title = إضافة شخص
add-lead = يحصل على مكان فورًا وعلى رسالة التأكيد المعتادة، ولا حاجة إلى قبول أو رمز أو موافقة.
add-language = لغة رسائله
add-beyond = الإضافة حتى لو أُغلق التسجيل أو شُغلت كل الأماكن
add-submit = إضافة
add-closed = أُغلق التسجيل في { $moment }: ضع علامة في المربع للإضافة رغم ذلك
add-full = لا مكان شاغرًا: ضع علامة في المربع للإضافة رغم ذلك
add-over = انتهت الفعالية أو لن تُعقد: لا يمكن إضافة أحد
add-known = هذا العنوان مسجَّل من قبل
add-known-link = فتح ذلك التسجيل

export-title = تصدير التسجيلات
export-lead = { $n ->
    [zero] لا تسجيلات.
    [one] تسجيل واحد كما تعرضه القائمة.
    [two] تسجيلان كما تعرضهما القائمة.
    [few] { $n } تسجيلات كما تعرضها القائمة.
    [many] { $n } تسجيلًا كما تعرضها القائمة.
   *[other] { $n } تسجيل كما تعرضها القائمة.
}
export-columns = الأعمدة
export-columns-hint = خذ ما تحتاج إليه فقط: ما خرج من هنا لا يمكن حذفه من هنا.
export-purpose = لماذا هذه القائمة؟
export-purpose-hint = سطر واحد يُحفظ في السجل مع اسمك والأعمدة.
export-purpose-missing = اذكر بكلمات قليلة الغرض من القائمة
export-kept = { $n ->
    [zero] تُحذف البيانات هنا عند انتهاء الفعالية. احذف الملف أنت أيضًا حينها.
    [one] تُحذف البيانات هنا بعد الفعالية بيوم واحد. احذف الملف أنت أيضًا حينها.
    [two] تُحذف البيانات هنا بعد الفعالية بيومين. احذف الملف أنت أيضًا حينها.
    [few] تُحذف البيانات هنا بعد الفعالية بـ{ $n } أيام. احذف الملف أنت أيضًا حينها.
    [many] تُحذف البيانات هنا بعد الفعالية بـ{ $n } يومًا. احذف الملف أنت أيضًا حينها.
   *[other] تُحذف البيانات هنا بعد الفعالية بـ{ $n } يوم. احذف الملف أنت أيضًا حينها.
}
export-xlsx = تنزيل لبرنامج Excel‏ (XLSX)
export-csv = تنزيل بصيغة CSV
export-column-name = الاسم
export-column-state = الحالة
export-column-email = البريد الإلكتروني
export-column-organisation = المؤسسة
export-column-position = المنصب
export-column-country = البلد
export-column-language = اللغة
export-column-mode = طريقة الحضور
export-column-sessions = الجلسات
export-column-registered = تاريخ التسجيل
export-column-answers = الإجابات عن أسئلتكم
export-column-tags = الوسوم
export-column-source = الرابط المستخدم

import-title = استيراد قائمة
import-lead = { $n ->
    [zero] قائمة أشخاص من جدول. ترى ما سيحدث قبل إضافة أحد.
    [one] قائمة أشخاص من جدول: صف واحد على الأكثر. ترى ما سيحدث قبل إضافة أحد.
    [two] قائمة أشخاص من جدول: صفان على الأكثر. ترى ما سيحدث قبل إضافة أحد.
    [few] قائمة أشخاص من جدول: { $n } صفوف على الأكثر. ترى ما سيحدث قبل إضافة أحد.
    [many] قائمة أشخاص من جدول: { $n } صفًا على الأكثر. ترى ما سيحدث قبل إضافة أحد.
   *[other] قائمة أشخاص من جدول: { $n } صف على الأكثر. ترى ما سيحدث قبل إضافة أحد.
}
import-file = الملف
import-file-hint = ملف CSV أو نص تفصل بين خاناته فواصل أو فواصل منقوطة أو علامات جدولة. من Excel: حفظ باسم، CSV.
import-paste = أو الصق من الجدول
import-paste-hint = مع صف العناوين، مثل: الاسم، البريد الإلكتروني، المؤسسة.
import-submit = معاينة
import-empty = اختر ملفًا أو الصق الصفوف
import-many = قسّم القائمة: صفوفها أكثر مما يُستقبل دفعة واحدة
import-large = قسّم القائمة: حجمها أكبر من 4 ميغابايت
import-preview-title = معاينة قبل إضافة أحد
import-again = تقديم قائمة أخرى
import-count = { $n ->
    [zero] لا صفوف.
    [one] صف واحد.
    [two] صفان.
    [few] { $n } صفوف.
    [many] { $n } صفًا.
   *[other] { $n } صف.
}
import-new = { $n ->
    [zero] لن يُضاف أحد.
    [one] سيُضاف شخص واحد.
    [two] سيُضاف شخصان.
    [few] سيُضاف { $n } أشخاص.
    [many] سيُضاف { $n } شخصًا.
   *[other] سيُضاف { $n } شخص.
}
import-known = { $n ->
    [zero] لا أحد مسجَّل من قبل.
    [one] شخص واحد مسجَّل من قبل ويبقى كما هو.
    [two] شخصان مسجَّلان من قبل ويبقيان كما هما.
    [few] { $n } أشخاص مسجَّلون من قبل ويبقون كما هم.
    [many] { $n } شخصًا مسجَّلون من قبل ويبقون كما هم.
   *[other] { $n } شخص مسجَّلون من قبل ويبقون كما هم.
}
import-gone = { $n ->
    [zero] لا أحد فقد مكانه في مصدر القائمة.
    [one] شخص واحد لم يعد له مكان في مصدر القائمة، فيُترك.
    [two] شخصان لم يعد لهما مكان في مصدر القائمة، فيُتركان.
    [few] { $n } أشخاص لم يعد لهم مكان في مصدر القائمة، فيُتركون.
    [many] { $n } شخصًا لم يعد لهم مكان في مصدر القائمة، فيُتركون.
   *[other] { $n } شخص لم يعد لهم مكان في مصدر القائمة، فيُتركون.
}
import-columns = محتوى الأعمدة
import-encoding = الحروف غير مقروءة؟ اقرأها بترميز
import-encoding-auto = يُعرف تلقائيًا
import-mode = طريقة الحضور حيث لا تذكرها القائمة
import-line = السطر
import-column = العمود
import-value = المكتوب
import-fault = ما يلزم
import-faults = الأخطاء
import-faults-title = صحّح هذا في القائمة ثم قدّمها من جديد
import-faults-count = { $n ->
    [zero] لا خانات خاطئة
    [one] خانة واحدة خاطئة
    [two] خانتان خاطئتان
    [few] { $n } خانات خاطئة
    [many] { $n } خانة خاطئة
   *[other] { $n } خانة خاطئة
}
import-more-faults = { $n ->
    [zero] ولا شيء غيرها
    [one] وخانة أخرى
    [two] وخانتان أخريان
    [few] و{ $n } خانات أخرى
    [many] و{ $n } خانة أخرى
   *[other] و{ $n } خانة أخرى
}
import-look = معاينة من جديد
import-fate-new = جديد
import-fate-known = مسجَّل
import-fate-gone = بلا مكان
import-fate-fault = خطأ
import-beyond = إضافتهم حتى لو أُغلق التسجيل أو لم تكفِ الأماكن
import-told = يتلقى كل من يُضاف رسالة التأكيد المعتادة فورًا. يُضاف الجميع أو لا يُضاف أحد.
import-add = { $n ->
    [zero] إضافة
    [one] إضافة شخص واحد
    [two] إضافة شخصين
    [few] إضافة { $n } أشخاص
    [many] إضافة { $n } شخصًا
   *[other] إضافة { $n } شخص
}
import-column-number = العمود { $n }
import-column-skip = (يُترك)
import-column-name = الاسم
import-column-given = الاسم الأول
import-column-family = اسم العائلة
import-column-email = البريد الإلكتروني
import-column-organisation = المؤسسة
import-column-position = المنصب
import-column-country = البلد
import-column-mode = طريقة الحضور
import-column-language = اللغة
import-column-sessions = الجلسات
import-column-status = الحالة
import-sheet-empty = لا صفوف في القائمة
import-sheet-no-name = حدّد العمود الذي يحوي الأسماء
import-sheet-no-email = حدّد العمود الذي يحوي عناوين البريد
import-sheet-twice = عمودان محدَّدان للشيء نفسه
import-sheet-over = انتهت الفعالية أو لن تُعقد: لا يمكن إضافة أحد
import-fault-name-missing = اكتب الاسم
import-fault-text-long = اختصره إلى 200 حرف
import-fault-email-missing = اكتب عنوان البريد
import-fault-email-malformed = اكتب عنوانًا مثل name@example.org
import-fault-email-repeated = أبقِ هذا العنوان مرة واحدة: هو مكتوب في السطر { $line }
import-fault-mode-unknown = اكتب: عبر الإنترنت أو حضوريًا
import-fault-language-unknown = اكتب إحدى لغات الفعالية، مثل ar أو العربية
import-fault-session-unknown = اكتب الجلسات بأسمائها أو مفاتيحها، تفصل بينها فواصل منقوطة
import-fault-status-unknown = اكتب «مؤكد» أو «ملغى» بعد البتّ في مصدر القائمة، أو اترك العمود

done-decided-approve = { $n ->
    [zero] لم يُقبل أي تسجيل.
    [one] قُبل تسجيل واحد.
    [two] قُبل تسجيلان.
    [few] قُبلت { $n } تسجيلات.
    [many] قُبل { $n } تسجيلًا.
   *[other] قُبل { $n } تسجيل.
}
done-decided-waitlist = { $n ->
    [zero] لم يُنقل أي تسجيل إلى قائمة الانتظار.
    [one] نُقل تسجيل واحد إلى قائمة الانتظار.
    [two] نُقل تسجيلان إلى قائمة الانتظار.
    [few] نُقلت { $n } تسجيلات إلى قائمة الانتظار.
    [many] نُقل { $n } تسجيلًا إلى قائمة الانتظار.
   *[other] نُقل { $n } تسجيل إلى قائمة الانتظار.
}
done-decided-decline = { $n ->
    [zero] لم يُرفض أي تسجيل.
    [one] رُفض تسجيل واحد.
    [two] رُفض تسجيلان.
    [few] رُفضت { $n } تسجيلات.
    [many] رُفض { $n } تسجيلًا.
   *[other] رُفض { $n } تسجيل.
}
done-decided-withdraw = { $n ->
    [zero] لم يُسحب أي تسجيل.
    [one] سُحب تسجيل واحد.
    [two] سُحب تسجيلان.
    [few] سُحبت { $n } تسجيلات.
    [many] سُحب { $n } تسجيلًا.
   *[other] سُحب { $n } تسجيل.
}
done-decided-several = { $n ->
    [zero] لم يُتخذ أي قرار.
    [one] اتُّخذ قرار واحد.
    [two] اتُّخذ قراران.
    [few] اتُّخذت { $n } قرارات.
    [many] اتُّخذ { $n } قرارًا.
   *[other] اتُّخذ { $n } قرار.
}
done-decision-undone = { $n ->
    [zero] لم يُتراجع عن شيء.
    [one] تم التراجع عن قرار واحد.
    [two] تم التراجع عن قرارين.
    [few] تم التراجع عن { $n } قرارات.
    [many] تم التراجع عن { $n } قرارًا.
   *[other] تم التراجع عن { $n } قرار.
}
done-nobody-chosen = لم يحدث شيء: حدّد شخصًا أولًا.
done-tagged = { $n ->
    [zero] لا تسجيل يحمل الوسم.
    [one] تسجيل واحد يحمل الوسم.
    [two] تسجيلان يحملان الوسم.
    [few] { $n } تسجيلات تحمل الوسم.
    [many] { $n } تسجيلًا يحمل الوسم.
   *[other] { $n } تسجيل يحمل الوسم.
}
done-registration-added = أُضيف الشخص، ورسالة التأكيد في طريقها إليه.
done-note-added = أُضيفت الملاحظة.
done-note-removed = أُزيلت الملاحظة.
done-tags-set = حُفظت الوسوم.
done-imported = { $n ->
    [zero] لم يُضَف أحد.
    [one] أُضيف شخص واحد، ورسالة التأكيد في طريقها إليه.
    [two] أُضيف شخصان، ورسالتا التأكيد في طريقهما إليهما.
    [few] أُضيف { $n } أشخاص، ورسائل التأكيد في طريقها إليهم.
    [many] أُضيف { $n } شخصًا، ورسائل التأكيد في طريقها إليهم.
   *[other] أُضيف { $n } شخص، ورسائل التأكيد في طريقها إليهم.
}
