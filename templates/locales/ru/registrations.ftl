# Registrations: the list, decisions, adding, importing, exporting.

registration-state-unconfirmed = Адрес не подтверждён
registration-state-pending = Заявка
registration-state-waitlisted = Лист ожидания
registration-state-confirmed = Подтверждена
registration-state-declined = Отклонена
registration-state-cancelled = Отменена

registrations-count-unconfirmed = { $n ->
    [one] адрес ждёт подтверждения
    [few] адреса ждут подтверждения
    [many] адресов ждут подтверждения
   *[other] адресов ждут подтверждения
}
registrations-count-pending = { $n ->
    [one] заявка ждёт решения
    [few] заявки ждут решения
    [many] заявок ждут решения
   *[other] заявок ждут решения
}
registrations-count-waitlisted = в листе ожидания
registrations-count-confirmed = подтверждено
registrations-count-declined = отклонено
registrations-count-cancelled = отменено
registrations-counted = Данные на { $moment }
registrations-places-online = Онлайн: занято мест { $taken } из { $capacity }.
registrations-places-in_person = В зале: занято мест { $taken } из { $capacity }.
registrations-over = Сверх мест: { $n }

registrations-add = Добавить вручную
registrations-import = Загрузить список
registrations-export = Выгрузить
registrations-empty-title = Пока никто не зарегистрировался
registrations-empty-text = Новые регистрации появляются здесь сразу. Можно также добавить людей вручную или загрузить список.
registrations-none-title = Ничего не нашлось
registrations-none-text = Введите меньше слов или измените отбор.
registrations-found = { $n ->
    [one] { $n } регистрация
    [few] { $n } регистрации
    [many] { $n } регистраций
   *[other] { $n } регистраций
}
registrations-filter-words = Имя, организация или адрес
registrations-filter-state = Статус
registrations-filter-mode = Формат участия
registrations-filter-language = Язык
registrations-filter-session = Сессия
registrations-filter-country = Страна
registrations-filter-tag = Метка
registrations-filter-order = Порядок
registrations-filter-all = Все
registrations-filter-submit = Показать
registrations-filter-reset = Показать все
registrations-order-newest = Сначала новые
registrations-order-oldest = Сначала старые
registrations-order-name = По имени
registrations-mode-online = Онлайн
registrations-mode-in_person = Очно
registrations-name = Имя
registrations-about = Должность и организация
registrations-email = Электронная почта
registrations-state = Статус
registrations-mode = Формат участия
registrations-language = Язык
registrations-at = Дата регистрации
registrations-tick = Отметка
registrations-tick-page = Отметить всех на этой странице
registrations-undeliverable = Письма возвращаются
registrations-told-at = Письмо уйдёт { $moment }
registrations-pager-label = Страницы
registrations-pager-previous = Предыдущая страница
registrations-pager-next = Следующая страница
registrations-pager-page = Страница { $page } из { $pages }

bulk-title = С отмеченными
bulk-all = { $n ->
    [1] Единственная найденная
    [one] Все найденные ({ $n }), на всех страницах
    [few] Все найденные ({ $n }), на всех страницах
    [many] Все найденные ({ $n }), на всех страницах
   *[other] Все найденные ({ $n }), на всех страницах
}
bulk-tag = Метка
bulk-tag-submit = Добавить метку
bulk-hint = Решение можно отозвать в течение пяти минут, затем уйдёт письмо.
verb-approve = Одобрить
verb-waitlist = В лист ожидания
verb-decline = Отклонить
verb-decline-ask = Отклонить…
verb-withdraw = Отменить регистрацию
verb-withdraw-ask = Отменить регистрацию…

undo-title = { $n ->
    [one] Можно отозвать { $n } решение
    [few] Можно отозвать { $n } решения
    [many] Можно отозвать { $n } решений
   *[other] Можно отозвать { $n } решений
}
undo-until = Письмо уйдёт { $moment }.
undo-button = Отозвать
undo-row-confirmed = { $n ->
    [one] Одобрено: { $n }
    [few] Одобрено: { $n }
    [many] Одобрено: { $n }
   *[other] Одобрено: { $n }
}
undo-row-declined = { $n ->
    [one] Отклонено: { $n }
    [few] Отклонено: { $n }
    [many] Отклонено: { $n }
   *[other] Отклонено: { $n }
}
undo-row-waitlisted = { $n ->
    [one] В листе ожидания: { $n }
    [few] В листе ожидания: { $n }
    [many] В листе ожидания: { $n }
   *[other] В листе ожидания: { $n }
}
undo-row-cancelled = { $n ->
    [one] Отменено: { $n }
    [few] Отменено: { $n }
    [many] Отменено: { $n }
   *[other] Отменено: { $n }
}
told-full = { $n ->
    [one] Для { $n } человека свободного места нет.
    [few] Для { $n } человек свободных мест нет.
    [many] Для { $n } человек свободных мест нет.
   *[other] Для { $n } человек свободных мест нет.
}
told-not-open = { $n ->
    [one] { $n } регистрация не в том статусе, чтобы это сделать.
    [few] { $n } регистрации не в том статусе, чтобы это сделать.
    [many] { $n } регистраций не в том статусе, чтобы это сделать.
   *[other] { $n } регистраций не в том статусе, чтобы это сделать.
}
told-know-link = { $n ->
    [one] { $n } человек уже получил ссылку для подключения: закрыть доступ можно, только сменив её.
    [few] { $n } человека уже получили ссылку для подключения: закрыть доступ можно, только сменив её.
    [many] { $n } человек уже получили ссылку для подключения: закрыть доступ можно, только сменив её.
   *[other] { $n } человек уже получили ссылку для подключения: закрыть доступ можно, только сменив её.
}
told-listed = { $n ->
    [one] { $n } место тем временем досталось другим: те, кто его лишился, теперь последние в листе ожидания.
    [few] { $n } места тем временем достались другим: те, кто их лишился, теперь последние в листе ожидания.
    [many] { $n } мест тем временем достались другим: те, кто их лишился, теперь последние в листе ожидания.
   *[other] { $n } мест тем временем достались другим: те, кто их лишился, теперь последние в листе ожидания.
}
told-stay = { $n ->
    [one] { $n } решение остаётся в силе: письмо уже ушло или с тех пор что-то изменилось.
    [few] { $n } решения остаются в силе: письмо уже ушло или с тех пор что-то изменилось.
    [many] { $n } решений остаются в силе: письмо уже ушло или с тех пор что-то изменилось.
   *[other] { $n } решений остаются в силе: письмо уже ушло или с тех пор что-то изменилось.
}

decide-title-approve = { $n ->
    [one] Одобрить { $n } регистрацию
    [few] Одобрить { $n } регистрации
    [many] Одобрить { $n } регистраций
   *[other] Одобрить { $n } регистраций
}
decide-title-waitlist = { $n ->
    [one] Перевести в лист ожидания { $n } регистрацию
    [few] Перевести в лист ожидания { $n } регистрации
    [many] Перевести в лист ожидания { $n } регистраций
   *[other] Перевести в лист ожидания { $n } регистраций
}
decide-title-decline = { $n ->
    [one] Отклонить { $n } регистрацию
    [few] Отклонить { $n } регистрации
    [many] Отклонить { $n } регистраций
   *[other] Отклонить { $n } регистраций
}
decide-title-withdraw = { $n ->
    [one] Отменить { $n } регистрацию
    [few] Отменить { $n } регистрации
    [many] Отменить { $n } регистраций
   *[other] Отменить { $n } регистраций
}
decide-more = { $n ->
    [one] и ещё { $n }
    [few] и ещё { $n }
    [many] и ещё { $n }
   *[other] и ещё { $n }
}
decide-told-approve = { $n ->
    [1] Этот человек получит место и письмо об этом.
    [one] Место, если свободных хватит, и письмо об этом получит { $n } человек.
    [few] Место, если свободных хватит, и письмо об этом получат { $n } человека.
    [many] Место, если свободных хватит, и письмо об этом получат { $n } человек.
   *[other] Место, если свободных хватит, и письмо об этом получат { $n } человек.
}
decide-told-waitlist = { $n ->
    [1] Этот человек окажется в листе ожидания и получит письмо об этом.
    [one] В листе ожидания окажется { $n } человек; каждому придёт письмо об этом.
    [few] В листе ожидания окажутся { $n } человека; каждому придёт письмо об этом.
    [many] В листе ожидания окажутся { $n } человек; каждому придёт письмо об этом.
   *[other] В листе ожидания окажутся { $n } человек; каждому придёт письмо об этом.
}
decide-told-decline = { $n ->
    [1] Этот человек получит письмо о том, что места нет.
    [one] Письмо о том, что места нет, получит { $n } человек.
    [few] Письмо о том, что места нет, получат { $n } человека.
    [many] Письмо о том, что места нет, получат { $n } человек.
   *[other] Письмо о том, что места нет, получат { $n } человек.
}
decide-told-withdraw = { $n ->
    [1] Регистрация отменяется по просьбе участника; об этом придёт письмо.
    [one] { $n } регистрация отменяется по просьбе участников; об этом придут письма.
    [few] { $n } регистрации отменяются по просьбе участников; об этом придут письма.
    [many] { $n } регистраций отменяются по просьбе участников; об этом придут письма.
   *[other] { $n } регистраций отменяются по просьбе участников; об этом придут письма.
}
decide-undo = { $n ->
    [one] Письма уйдут через { $n } минуту; до этого решение можно отозвать.
    [few] Письма уйдут через { $n } минуты; до этого решение можно отозвать.
    [many] Письма уйдут через { $n } минут; до этого решение можно отозвать.
   *[other] Письма уйдут через { $n } минут; до этого решение можно отозвать.
}
decide-places = { $n ->
    [one] У { $n } из них сейчас есть место. Оно освободится, а запись исчезнет из календаря.
    [few] У { $n } из них сейчас есть места. Они освободятся, а записи исчезнут из календарей.
    [many] У { $n } из них сейчас есть места. Они освободятся, а записи исчезнут из календарей.
   *[other] У { $n } из них сейчас есть места. Они освободятся, а записи исчезнут из календарей.
}
decide-submit-approve = { $n ->
    [1] Одобрить
    [one] Одобрить все ({ $n })
    [few] Одобрить все ({ $n })
    [many] Одобрить все ({ $n })
   *[other] Одобрить все ({ $n })
}
decide-submit-waitlist = { $n ->
    [1] В лист ожидания
    [one] Все ({ $n }) — в лист ожидания
    [few] Все ({ $n }) — в лист ожидания
    [many] Все ({ $n }) — в лист ожидания
   *[other] Все ({ $n }) — в лист ожидания
}
decide-submit-decline = { $n ->
    [1] Отклонить
    [one] Отклонить все ({ $n })
    [few] Отклонить все ({ $n })
    [many] Отклонить все ({ $n })
   *[other] Отклонить все ({ $n })
}
decide-submit-withdraw = { $n ->
    [1] Отменить регистрацию
    [one] Отменить все ({ $n })
    [few] Отменить все ({ $n })
    [many] Отменить все ({ $n })
   *[other] Отменить все ({ $n })
}
decide-cancel = Назад без решения
decide-nobody = Никто не отмечен.
registrations-reason = Причина
registrations-reason-in = Причина ({ $language })
registrations-type-name = Для подтверждения введите { $name }
registrations-type-name-wrong = Введите точно { $name }: решение касается многих

requests-title = Заявки
requests-all = Все регистрации
requests-lead = { $n ->
    [one] { $n } заявка ждёт решения.
    [few] { $n } заявки ждут решения.
    [many] { $n } заявок ждут решения.
   *[other] { $n } заявок ждут решения.
}
requests-free = { $n ->
    [one] Свободно { $n } место.
    [few] Свободно { $n } места.
    [many] Свободно { $n } мест.
   *[other] Свободно { $n } мест.
}
requests-keys = Отметьте решение по каждой заявке и сохраните. С клавиатуры: A — одобрить, W — в лист ожидания, D — отклонить, S — отложить; J и K — вниз и вверх.
requests-marked = Отмечено:
requests-earlier = { $n ->
    [one] Участие подтверждалось ранее: { $n } мероприятие
    [few] Участие подтверждалось ранее: { $n } мероприятия
    [many] Участие подтверждалось ранее: { $n } мероприятий
   *[other] Участие подтверждалось ранее: { $n } мероприятий
}
requests-reason = Причина для тех, кому отказано
requests-submit = Сохранить решения
requests-none-title = Заявок нет
requests-none-text = По всем заявкам решения приняты.
mark-approve = Одобрить
mark-waitlist = Лист ожидания
mark-decline = Отклонить
mark-later = Отложить

one-facts = Сведения
one-address-confirmed = Адрес подтверждён
one-confirmed = Место предоставлено
one-reason = Указанная причина
one-sessions = Сессии
one-earlier = Раньше
one-answers = Ответы
one-tags = Метки
one-tags-hint = Через запятую; их видят только организаторы
one-tags-submit = Сохранить метки
one-notes = Заметки
one-note-hint = Её видят только организаторы
one-note-submit = Добавить заметку
one-note-remove = Удалить
one-mails = Письма
one-mails-none = Писем пока нет.
one-mail-kind = Что
one-mail-at = Когда
one-mail-reply = Ответ сервера
one-calendar = Ответ календаря
one-stays = Отметки на входе
one-history = Что происходило
calendar-answer-accepted = Согласие
calendar-answer-tentative = Под вопросом
calendar-answer-declined = Отказ

registration-mail-registered = Подтверждение регистрации
registration-mail-link = Ссылка для подключения
registration-mail-withdrawn = Отмена регистрации
registration-mail-confirm_address = Подтверждение адреса
registration-mail-received = Заявка получена
registration-mail-waitlisted = Лист ожидания
registration-mail-known = Повторная регистрация
registration-mail-approved = Заявка одобрена
registration-mail-promoted = Место из листа ожидания
registration-mail-declined = Отказ
registration-mail-decline_noted = Отказ в календаре
registration-mail-reminder = Напоминание
registration-mail-changed = Изменение
registration-mail-cancelled = Мероприятие отменено
registration-mail-announcement = Объявление
registration-mail-follow_up = По итогам мероприятия
registration-mail-state-scheduled = Будет отправлено
registration-mail-state-leased = Отправляется
registration-mail-state-retry = Будет ещё одна попытка
registration-mail-state-sent = Отправлено
registration-mail-state-failed = Отвергнуто сервером
registration-mail-state-suppressed = Не отправлено
registration-mail-state-uncertain = Возможно, доставлено
registration-mail-state-dead = Не удалось составить
registration-actor-attendee = Участник
registration-actor-convoke = Сервис
registration-actor-operator = Оператор
registration-actor-gone = Бывший сотрудник
registration-deed-registered = Регистрация
registration-deed-approved = Одобрение
registration-deed-declined = Отказ
registration-deed-waitlisted = Перевод в лист ожидания
registration-deed-withdrawn = Отмена регистрации
registration-deed-decision_undone = Решение отозвано
registration-deed-promoted = Место из листа ожидания
registration-deed-address_confirmed = Адрес подтверждён
registration-deed-hold_expired = Место освобождено: адрес не подтверждён вовремя
registration-deed-undeliverable = Письмо вернулось
registration-deed-note_added = Заметка добавлена
registration-deed-note_removed = Заметка удалена
registration-deed-tagged = Метки изменены
registration-deed-checked_in = Прибытие отмечено
registration-deed-check_in_undone = Отметка о прибытии снята

add-title = Добавить участника
add-lead = Человек сразу получит место и обычное письмо с подтверждением. Одобрение, код и согласия не требуются.
add-language = Язык писем
add-beyond = Добавить, даже если регистрация завершена или все места заняты
add-submit = Добавить
add-closed = Регистрация завершена: { $moment }. Чтобы всё равно добавить участника, поставьте отметку
add-full = Свободных мест нет: чтобы всё равно добавить участника, поставьте отметку
add-over = Мероприятие прошло или не состоится: добавить никого нельзя
add-known = Этот адрес уже зарегистрирован
add-known-link = Открыть эту регистрацию

export-title = Выгрузить регистрации
export-lead = { $n ->
    [one] { $n } регистрация, как в списке.
    [few] { $n } регистрации, как в списке.
    [many] { $n } регистраций, как в списке.
   *[other] { $n } регистраций, как в списке.
}
export-columns = Столбцы
export-columns-hint = Берите только то, что нужно: выгруженное отсюда уже не удалить.
export-purpose = Для чего нужен список?
export-purpose-hint = Одна строка; она сохранится в журнале вместе с вашим именем и столбцами.
export-purpose-missing = Напишите в нескольких словах, для чего нужен список
export-kept = { $n ->
    [0] Здесь данные удаляются сразу после мероприятия. Тогда же удалите и файл.
    [one] Здесь данные удаляются через { $n } день после мероприятия. Тогда же удалите и файл.
    [few] Здесь данные удаляются через { $n } дня после мероприятия. Тогда же удалите и файл.
    [many] Здесь данные удаляются через { $n } дней после мероприятия. Тогда же удалите и файл.
   *[other] Здесь данные удаляются через { $n } дней после мероприятия. Тогда же удалите и файл.
}
export-xlsx = Скачать для Excel (XLSX)
export-csv = Скачать в формате CSV
export-column-name = Имя
export-column-state = Статус
export-column-email = Электронная почта
export-column-organisation = Организация
export-column-position = Должность
export-column-country = Страна
export-column-language = Язык
export-column-mode = Формат участия
export-column-sessions = Сессии
export-column-registered = Дата регистрации
export-column-answers = Ответы на ваши вопросы
export-column-tags = Метки
export-column-source = Ссылка

import-title = Загрузить список
import-lead = Список людей из таблицы, строк не больше { $n }. Прежде чем кого-либо добавить, вы увидите, что произойдёт.
import-file = Файл
import-file-hint = CSV или текст с запятыми, точками с запятой или табуляцией между столбцами. Из Excel: «Сохранить как», CSV.
import-paste = Или вставьте из таблицы
import-paste-hint = Вместе со строкой заголовков, например: Имя, Электронная почта, Организация.
import-submit = Просмотреть
import-empty = Выберите файл или вставьте строки
import-many = Разделите список: в нём больше строк, чем можно загрузить за один раз
import-large = Разделите список: он больше 4 МБ
import-preview-title = Просмотр перед добавлением
import-again = Загрузить другой список
import-count = { $n ->
    [one] { $n } строка.
    [few] { $n } строки.
    [many] { $n } строк.
   *[other] { $n } строк.
}
import-new = { $n ->
    [0] Никто не будет добавлен.
    [one] Будет добавлен { $n } человек.
    [few] Будут добавлены { $n } человека.
    [many] Будет добавлено { $n } человек.
   *[other] Будет добавлено { $n } человек.
}
import-known = { $n ->
    [one] { $n } человек уже зарегистрирован — без изменений.
    [few] { $n } человека уже зарегистрированы — без изменений.
    [many] { $n } человек уже зарегистрированы — без изменений.
   *[other] { $n } человек уже зарегистрированы — без изменений.
}
import-gone = { $n ->
    [one] У { $n } человека там, откуда список, места больше нет — без добавления.
    [few] У { $n } человек там, откуда список, места больше нет — без добавления.
    [many] У { $n } человек там, откуда список, места больше нет — без добавления.
   *[other] У { $n } человек там, откуда список, места больше нет — без добавления.
}
import-columns = Что в столбцах
import-encoding = Буквы выглядят неправильно? Читать как
import-encoding-auto = Определить автоматически
import-mode = Формат участия, если в списке он не указан
import-line = Строка
import-column = Столбец
import-value = Что там стоит
import-fault = Что сделать
import-faults = Ошибки
import-faults-title = Исправьте список и загрузите его снова
import-faults-count = { $n ->
    [one] Ошибка в { $n } ячейке
    [few] Ошибки в { $n } ячейках
    [many] Ошибки в { $n } ячейках
   *[other] Ошибки в { $n } ячейках
}
import-more-faults = { $n ->
    [one] и ещё { $n }
    [few] и ещё { $n }
    [many] и ещё { $n }
   *[other] и ещё { $n }
}
import-look = Просмотреть снова
import-fate-new = добавится
import-fate-known = уже есть
import-fate-gone = без места
import-fate-fault = ошибка
import-beyond = Добавить, даже если регистрация завершена или мест не хватает
import-told = Каждый добавленный сразу получит обычное письмо с подтверждением. Будут добавлены либо все, либо никто.
import-add = { $n ->
    [one] Добавить { $n } человека
    [few] Добавить { $n } человек
    [many] Добавить { $n } человек
   *[other] Добавить { $n } человек
}
import-column-number = Столбец { $n }
import-column-skip = (пропустить)
import-column-name = Имя и фамилия
import-column-given = Имя и отчество
import-column-family = Фамилия
import-column-email = Электронная почта
import-column-organisation = Организация
import-column-position = Должность
import-column-country = Страна
import-column-mode = Формат участия
import-column-language = Язык
import-column-sessions = Сессии
import-column-status = Статус
import-sheet-empty = В списке нет строк
import-sheet-no-name = Укажите, в каком столбце имена
import-sheet-no-email = Укажите, в каком столбце адреса электронной почты
import-sheet-twice = Два столбца указаны как один и тот же
import-sheet-over = Мероприятие прошло или не состоится: добавить никого нельзя
import-fault-name-missing = Укажите имя
import-fault-text-long = Сократите до 200 знаков
import-fault-email-missing = Укажите адрес электронной почты
import-fault-email-malformed = Укажите адрес в виде name@example.org
import-fault-email-repeated = Оставьте этот адрес один раз: он уже есть в строке { $line }
import-fault-mode-unknown = Напишите online (онлайн) или in person (очно)
import-fault-language-unknown = Укажите язык мероприятия, например ru или русский
import-fault-session-unknown = Укажите сессии по названиям или ключам, через точку с запятой
import-fault-status-unknown = Напишите «подтверждено» или «отменено», когда там, откуда список, решат; или пропустите столбец

done-decided-approve = { $n ->
    [one] Одобрена { $n } регистрация.
    [few] Одобрены { $n } регистрации.
    [many] Одобрено { $n } регистраций.
   *[other] Одобрено { $n } регистраций.
}
done-decided-waitlist = { $n ->
    [one] В лист ожидания переведена { $n } регистрация.
    [few] В лист ожидания переведены { $n } регистрации.
    [many] В лист ожидания переведено { $n } регистраций.
   *[other] В лист ожидания переведено { $n } регистраций.
}
done-decided-decline = { $n ->
    [one] Отклонена { $n } регистрация.
    [few] Отклонены { $n } регистрации.
    [many] Отклонено { $n } регистраций.
   *[other] Отклонено { $n } регистраций.
}
done-decided-withdraw = { $n ->
    [one] Отменена { $n } регистрация.
    [few] Отменены { $n } регистрации.
    [many] Отменено { $n } регистраций.
   *[other] Отменено { $n } регистраций.
}
done-decided-several = { $n ->
    [one] Принято { $n } решение.
    [few] Приняты { $n } решения.
    [many] Принято { $n } решений.
   *[other] Принято { $n } решений.
}
done-decision-undone = { $n ->
    [0] Отзывать было нечего.
    [one] Отозвано { $n } решение.
    [few] Отозваны { $n } решения.
    [many] Отозвано { $n } решений.
   *[other] Отозвано { $n } решений.
}
done-nobody-chosen = Ничего не сделано: сначала отметьте кого-нибудь.
done-tagged = { $n ->
    [one] Метка стоит на { $n } регистрации.
    [few] Метка стоит на { $n } регистрациях.
    [many] Метка стоит на { $n } регистрациях.
   *[other] Метка стоит на { $n } регистрациях.
}
done-registration-added = Участник добавлен. Подтверждение отправлено.
done-note-added = Заметка добавлена.
done-note-removed = Заметка удалена.
done-tags-set = Метки сохранены.
done-imported = { $n ->
    [one] Добавлен { $n } человек. Подтверждение отправлено.
    [few] Добавлены { $n } человека. Подтверждения отправлены.
    [many] Добавлено { $n } человек. Подтверждения отправлены.
   *[other] Добавлено { $n } человек. Подтверждения отправлены.
}
