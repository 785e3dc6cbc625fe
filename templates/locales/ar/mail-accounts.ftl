# Mails to those who work in the workspace, about their way in.

mail-subject-sign-in = رمز دخولك إلى { $site }
mail-sign-in-lead = يسجّل هذا الرمز دخولك في المتصفّح الذي طلبه:
mail-sign-in-minutes = يصلح الرمز { $count ->
    [zero] لأقلّ من دقيقة.
    [one] لدقيقة واحدة.
    [two] لدقيقتين.
    [few] لمدّة { $count } دقائق.
    [many] لمدّة { $count } دقيقة.
   *[other] لمدّة { $count } دقيقة.
}
mail-sign-in-nobody = إن لم تطلبه فلا حاجة إلى أي إجراء: لا يستطيع أحد استعماله من دون هذه الرسالة.
mail-subject-invitation = تنظيم الفعاليات مع { $organisation }
mail-invitation-lead = يدعوك { $by } إلى تنظيم الفعاليات مع { $organisation }.
mail-invitation-event = تخصّ الدعوة هذه الفعالية: { $title }
mail-invitation-role = دورك: { $role }. { $hint }.
mail-invitation-accept = قبول الدعوة
mail-invitation-until = يمكنك القبول حتى { $moment }.
mail-invitation-nobody = إن لم تعرف ما المقصود فلا حاجة إلى أي إجراء.
mail-footer-account = أرسلت { $site } هذه الرسالة لأن هذا العنوان أُدخل في مساحة عملها.
