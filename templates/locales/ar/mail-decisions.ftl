# Mails about decisions, and about turns in the waiting list.

mail-subject-approved = تم تأكيد مقعدك: { $title }
mail-lead-approved = أكّدت الجهة المنظِّمة مقعدك، وتم تسجيلك في الفعالية الآتية:
mail-subject-promoted = شغر مقعد لك: { $title }
mail-lead-promoted = كنت على قائمة الانتظار وشغر لك مقعد، وتم تسجيلك في الفعالية الآتية:
mail-promoted-leave = إن لم يعد بإمكانك المشاركة، فاسحب تسجيلك من الصفحة أدناه، ليحصل من يليك في القائمة على المقعد.
mail-subject-declined = تعذّر تخصيص مقعد لك هذه المرة: { $title }
mail-lead-declined = تعذّر على الجهة المنظِّمة تخصيص مقعد لك، ولست مسجَّلاً في الفعالية الآتية:
mail-subject-taken_back = سحبت الجهة المنظِّمة مقعدك: { $title }
mail-lead-taken_back = سحبت الجهة المنظِّمة مقعدك، ولم تعد مسجَّلاً في الفعالية الآتية:
mail-reason = كتبت الجهة المنظِّمة:
