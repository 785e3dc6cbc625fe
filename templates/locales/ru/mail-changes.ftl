# Mails that tell many at once: reminders, changes, cancellations.

mail-subject-reminder = Напоминание: { $title }
mail-lead-reminder = Напоминаем о мероприятии, на которое вы зарегистрированы:
mail-reminders-stop = Чтобы больше не получать напоминаний об этом мероприятии:
mail-reminders-stop-link = Отключить напоминания
mail-subject-changed-time = Новое время: { $title }
mail-subject-changed-place = Новое место проведения: { $title }
mail-subject-changed-link = Новая ссылка для подключения: { $title }
mail-subject-changed-several = Что изменилось: { $title }
mail-changed-time = Время изменилось. Новое время указано ниже.
mail-changed-place = Место проведения изменилось. Новое место указано ниже.
mail-changed-link = Ссылка для подключения изменилась, прежняя больше не работает.
mail-changed-kept = Ваша регистрация остаётся в силе. Если вам подходит, ничего делать не нужно.
mail-changed-pending = Организатор ещё не принял решение по вашей заявке.
mail-changed-waitlisted = Вы по-прежнему в листе ожидания.
mail-calendar-changed = Приложенная запись обновит ваш календарь.
mail-subject-cancelled = Отменено: { $title }
mail-lead-cancelled = Это мероприятие отменено и не состоится:
calendar-cancelled = Это мероприятие отменено.
