# Mails to those who work in the workspace, about their way in.

mail-subject-sign-in = Код для входа: { $site }
mail-sign-in-lead = С этим кодом вы войдёте в том браузере, в котором его запросили:
mail-sign-in-minutes = Код действует { $count ->
    [one] { $count } минуту.
    [few] { $count } минуты.
    [many] { $count } минут.
   *[other] { $count } минут.
}
mail-sign-in-nobody = Если вы не запрашивали код, ничего делать не нужно: без этого письма им никто не воспользуется.
mail-subject-invitation = Приглашение в команду организаторов: { $organisation }
mail-invitation-lead = { $by } приглашает вас проводить мероприятия вместе с командой «{ $organisation }».
mail-invitation-event = Речь об этом мероприятии: { $title }
mail-invitation-role = Ваша роль: { $role }. { $hint }.
mail-invitation-accept = Принять приглашение
mail-invitation-until = Приглашение действует до этого срока: { $moment }.
mail-invitation-nobody = Если вы не знаете, о чём речь, ничего делать не нужно.
mail-footer-account = Отправитель: { $site }. Вы получили это письмо, потому что этот адрес указан в рабочем пространстве.
