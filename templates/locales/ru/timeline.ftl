# An event's mail: who gets what, when; words, times, messages, announcements.

mail-title = Письма
mail-nav-label = Страницы о письмах
mail-nav-timeline = Кому, что и когда
mail-nav-messages = Отдельные письма
mail-nav-announcements = Объявления
mail-nav-words = Тексты
mail-nav-times = Сроки
mail-back = Назад к графику рассылки
mail-subject = Тема
mail-untranslated = Не переведено
mail-coming = Предстоит
mail-now = Сейчас
mail-nothing-coming = Ничего не запланировано
mail-nothing-coming-text = Здесь заранее видно, какие массовые письма уйдут, когда и сколько их будет.
mail-gone = Разослано многим
mail-personal = Отдельным людям
mail-personal-lead = Подтверждения и решения уходят сразу, как только появляются.
mail-personal-none = Пока таких нет.
mail-draft = Это мероприятие — черновик: до публикации ничего не планируется и не отправляется.
mail-cancelled = Это мероприятие отменено: уходят только письма об отмене.
mail-link-held = Рассылка ссылки задержана, хотя её срок наступил: ссылку не получил никто. Возобновите рассылку как можно скорее.
mail-paused-operator = Отправка всех писем приостановлена.
mail-paused-server = Почтовый сервер не принимает письма, поэтому все они ждут.
mail-paused-since = Ничего не отправляется, ни для одного мероприятия. Начало паузы: { $moment }.
mail-paused-owner = Возобновить отправку может владелец организации.
mail-resume-all = Возобновить отправку всех писем
mail-no-link = Нет ссылки. Укажите её в разделе «Сведения», и письмо уйдёт само.
mail-total = { $count ->
    [one] { $count } письмо
    [few] { $count } письма
    [many] { $count } писем
   *[other] { $count } писем
}
mail-to-organisers = Тем, кто проводит мероприятие
mail-to-lineup = { $count ->
    [one] { $count } человеку из состава
    [few] { $count } людям из состава
    [many] { $count } людям из состава
   *[other] { $count } людям из состава
}
mail-in-language = { $language }: { $count }
mail-all-in-language = язык у всех: { $language }
mail-more-sessions = { $count ->
    [one] и ещё { $count }
    [few] и ещё { $count }
    [many] и ещё { $count }
   *[other] и ещё { $count }
}
mail-done-at = Последнее письмо — ориентировочно: { $moment }.
mail-wait-held = Задержано
mail-wait-skipped = Пропущено
mail-wait-no-link = Нет ссылки
mail-wait-quiet = После тихих часов
mail-wait-word = Ждёт вашей команды
mail-when-you-say = По вашей команде
mail-overtaken = В тот же момент кто-то изменил мероприятие. Посмотрите, что изменилось, и сохраните ещё раз
mail-preview = Просмотреть
mail-open = Открыть
mail-words = Изменить текст
mail-hold = Задержать
mail-skip = Пропустить
mail-resume = Возобновить
mail-release = Разослать ссылку сейчас
mail-one-by-one = Все письма по отдельности
mail-column-kind = Письмо
mail-column-states = Сколько
mail-column-actions = Что можно сделать

mail-kind-registered = Подтверждение регистрации
mail-kind-link = Ссылка для подключения
mail-kind-withdrawn = Отмена регистрации
mail-kind-confirm_address = Подтверждение адреса
mail-kind-received = Заявка получена
mail-kind-waitlisted = Лист ожидания
mail-kind-known = Повторная регистрация
mail-kind-approved = Заявка одобрена
mail-kind-promoted = Место из листа ожидания
mail-kind-offer = Предложение места
mail-kind-declined = Заявка отклонена
mail-kind-decline_noted = Отказ в календаре
mail-kind-resent = Повторная отправка
mail-kind-reminder = Напоминание
mail-kind-changed = Изменения
mail-kind-cancelled = Мероприятие отменено
mail-kind-alarm = Внимание: нет ссылки
mail-kind-lineup_invitation = Приглашение в программу
mail-kind-lineup_link = Ссылка для выступающих
mail-kind-announcement = Объявление
mail-kind-follow_up = Письмо по итогам
mail-kind-test = Пробное письмо
mail-kind-retention = Данные будут удалены
mail-kind-other = Другое письмо

mail-state-scheduled = Ждёт отправки
mail-state-leased = Отправляется
mail-state-retry = Будет ещё одна попытка
mail-state-sent = Отправлено
mail-state-failed = Не доставлено
mail-state-suppressed = Больше не нужно
mail-state-uncertain = Неизвестно
mail-state-dead = Не удалось составить

mail-state-count-scheduled = ждут отправки: { $count }
mail-state-count-leased = отправляются: { $count }
mail-state-count-retry = ждут новой попытки: { $count }
mail-state-count-sent = отправлено: { $count }
mail-state-count-failed = не доставлено: { $count }
mail-state-count-suppressed = больше не нужно: { $count }
mail-state-count-uncertain = неизвестно: { $count }
mail-state-count-dead = не удалось составить: { $count }

mail-registration-unconfirmed = адрес не подтверждён
mail-registration-pending = ждёт решения
mail-registration-waitlisted = в листе ожидания
mail-registration-confirmed = есть место
mail-registration-declined = отклонена
mail-registration-cancelled = отменена

preview-title = Просмотр: { $kind }
preview-in = Письмо ({ $language })
preview-frame = Так выглядит письмо ({ $language })
preview-text = То же простым текстом
preview-of-person = Язык — { $language }. Так письмо получит
preview-of-sample = Так письмо получит тот, кто только что зарегистрировался.
preview-placeholder = Вместо ссылки для подключения — условный текст, а ссылки на личную страницу никуда не ведут.
preview-languages = Языки письма
preview-search-title = Для конкретного человека
preview-search = Имя или адрес
preview-search-submit = Найти
preview-nobody = Никто с таким именем не зарегистрирован.
preview-sample = Назад к образцу

test-title = Отправить мне пробное письмо
test-lead = Оно уйдёт на { $address } с пометкой «Проба», без записи для календаря.
test-languages = Языки
test-submit = Отправить пробное письмо
test-subject = [Проба] { $subject }

placeholders-lead = Эти подстановки заполняются при составлении письма. Если нужна сама фигурная скобка, её пишут дважды.
placeholder-title = название мероприятия
placeholder-date = день или дни
placeholder-hours = со скольких до скольких, с часовым поясом
placeholder-organiser = кто проводит мероприятие
placeholder-closes = последняя минута регистрации

phrase-unknown = Подстановки «{ $name }» нет. Возьмите одну из перечисленных или удвойте скобки
phrase-many = Используйте не больше 50 подстановок
phrase-open = Закройте скобку «{"{"}» или удвойте её
phrase-close = Откройте скобку «{"}"}» или удвойте её
phrase-link = Уберите ссылку на встречу: она может быть только в письме со ссылкой
phrase-subject-long = Сократите тему до 150 знаков
phrase-lead-long = Сократите вступление до 2000 знаков
phrase-text-long = Сократите текст до 20 000 знаков
phrase-in = { $what } ({ $language })

words-title = Тексты писем
words-lead = Для каждого письма на каждом языке есть готовый текст. Его можно заменить своим: тема и вступление — ваши, сведения под ними остаются.
words-column-own = Ваш текст
words-ours = Готовый
words-of = Текст письма: { $kind }
words-back = Все тексты
words-form-lead = Если оставить поле пустым, будет использован готовый текст.
words-lead-field = Вступление
words-submit = Сохранить тексты

times-title = Сроки
times-reminders = Напоминания
times-reminders-hint = За сколько до начала каждой сессии. Пустая строка — без напоминания.
times-count = Напоминание { $number }
times-unit = Единица
times-unit-m = минуты
times-unit-h = часы
times-unit-d = дни
times-quiet = Тихие часы
times-quiet-hint = В эти часы — по времени мероприятия — массовые письма не уходят, если из-за этого не опоздают. Чтобы тихих часов не было, оставьте оба поля пустыми.
times-quiet-from = С
times-quiet-to = До
times-submit = Сохранить сроки
times-moved-lead = С этими настройками письма ниже уйдут иначе. Пока ничего не сохранено.
times-moved-same = { $count ->
    [one] Ещё { $count } рассылка уйдёт как прежде.
    [few] Ещё { $count } рассылки уйдут как прежде.
    [many] Ещё { $count } рассылок уйдут как прежде.
   *[other] Ещё { $count } рассылки уйдут как прежде.
}
times-count-malformed = Введите целое число от 1 до 999
times-quiet-missing = Укажите оба времени тихих часов или ни одного
times-quiet-malformed = Укажите время, например 22:00
times-quiet-same = Укажите два разных времени

messages-title = Отдельные письма
messages-all-kinds = Все письма
messages-all-states = Все статусы
messages-state = Статус
messages-filter = Показать
messages-total = { $count ->
    [one] { $count } письмо
    [few] { $count } письма
    [many] { $count } писем
   *[other] { $count } писем
}
messages-who = Кому
messages-due = Когда
messages-reply = Последний ответ почтового сервера
messages-id = Идентификатор письма (Message-ID)
messages-organisers = Организаторы
messages-attempts = { $count ->
    [one] { $count } попытка
    [few] { $count } попытки
    [many] { $count } попыток
   *[other] { $count } попыток
}
messages-send-retry = Повторить попытку
messages-send-again = Отправить ещё раз
messages-send-now = Отправить сейчас
messages-give-up = Не отправлять
messages-pages = Страницы писем
messages-first = Последние
messages-next = Более ранние
messages-none = Здесь писем нет
messages-none-text = Как только по мероприятию начнут уходить письма, здесь появится каждое из них и его судьба.

announce-title = Объявления
announce-new = Написать объявление
announce-back = Все объявления
announce-none = Объявлений пока нет
announce-none-text = Сообщите участникам новости или пришлите запись по окончании. До отправки вы увидите, что именно произойдёт.
announce-drafts = Черновики
announce-written = последняя правка: { $moment }
announce-past = Переданные в рассылку
announce-when = Когда
announce-made = Писем
announce-sent = Отправлено
announce-standing-waits = Ждёт
announce-standing-begun = Рассылается
announce-standing-gone = Разослано
announce-standing-stopped = Остановлено
announce-standing-late = Опоздало
announce-texts = Что вы сообщаете
announce-texts-hint = Текст поддерживает Markdown. Если на языке читателя текста нет, он получит его на другом языке, с пометкой.
announce-text = Текст
announce-to-whom = Кому и когда
announce-kind = Что это
announce-kind-announcement = Объявление — до мероприятия или во время него
announce-kind-follow_up = Письмо по итогам — после мероприятия
announce-to = Кому
announce-to-confirmed = Тем, у кого есть место
announce-to-waitlisted = Тем, кто в листе ожидания
announce-to-pending = Тем, кто ждёт решения
announce-to-everybody = Всем перечисленным
announce-mode = Формат участия
announce-mode-any = любой
announce-mode-online = онлайн
announce-mode-in_person = очно
announce-session = Сессия
announce-session-any = Любая сессия
announce-languages = Только читающим на языках
announce-languages-hint = Не отмечайте ничего, чтобы письмо получили читатели на всех языках.
announce-send-at = Когда отправить
announce-send-at-hint = По времени мероприятия ({ $zone }). Если не указано — сразу, а письмо по итогам — по окончании мероприятия.
announce-recording = Ссылка на запись
announce-survey = Ссылка на опрос
announce-check = Проверить перед отправкой
announce-subject-missing = Укажите тему хотя бы на одном языке
announce-text-missing = Напишите текст хотя бы на одном языке
announce-pair-missing = Укажите и тему, и текст или ничего ({ $language })
announce-send-at-malformed = Укажите день и время, например 2026-11-24T10:00
announce-send-at-impossible = Укажите другое время: из-за перевода часов этого времени нет или оно наступает дважды
announce-send-at-past = Укажите время в будущем
announce-send-at-late = Укажите время до окончания мероприятия
announce-send-at-long = Укажите время в пределах 14 дней после окончания мероприятия
announce-link-malformed = Укажите адрес, начинающийся с https://
announce-link-kind = Запись и опрос — только для письма по итогам
announce-slug = Чтобы отправить письмо стольким людям, введите короткое имя мероприятия
announce-slug-wrong = Введите короткое имя точно так, как оно указано
announce-not-published = Мероприятие не опубликовано или отменено: объявить ничего нельзя
announce-over = Мероприятие прошло: вместо объявления напишите письмо по итогам
announce-long-over = Мероприятие прошло больше 14 дней назад
announce-before = Точно такое же объявление уже было. Отправляйте ещё раз, только если так и задумано
announce-progress = Отправлено { $sent } из { $count ->
    [one] { $count } письма
    [few] { $count } писем
    [many] { $count } писем
   *[other] { $count } писем
}
announce-rest = { $count ->
    [one] Ждёт { $count } письмо. Время отправки: { $moment }.
    [few] Ждут { $count } письма. Время отправки: { $moment }.
    [many] Ждут { $count } писем. Время отправки: { $moment }.
   *[other] Ждут { $count } писем. Время отправки: { $moment }.
}
announce-stop = Остановить
announce-stop-text = { $count ->
    [one] Остановка задержит { $count } письмо, которое ещё не ушло.
    [few] Остановка задержит { $count } письма, которые ещё не ушли.
    [many] Остановка задержит { $count } писем, которые ещё не ушли.
   *[other] Остановка задержит { $count } писем, которые ещё не ушли.
}

draft-title = Проверка перед отправкой
draft-edit = Изменить
draft-consequences = Что произойдёт
draft-at = Время отправки: { $moment }.
draft-now = Отправка — сразу.
draft-ahead = Сначала уйдут первые письма, по одному на каждом языке (всего { $count }); затем остальные: { $moment }. До этого рассылку можно остановить.
draft-silent = Нет текста на языках:
draft-send = { $count ->
    [one] Отправить { $count } письмо
    [few] Отправить { $count } письма
    [many] Отправить { $count } писем
   *[other] Отправить { $count } писем
}
draft-send-again = Всё равно отправить ещё раз
draft-discard = Удалить черновик
draft-discard-text = О нём ещё никому не сообщалось.

done-mail-held = Отправка задержана. Ничего не уйдёт, пока вы её не возобновите.
done-mail-skipped = Отправка пропущена. Эти письма не уйдут.
done-mail-resumed = Отправка возобновлена.
done-mail-moved-on = План тем временем изменился. Посмотрите ещё раз.
done-mail-released = Ссылка рассылается прямо сейчас.
done-mail-going = Письма снова уходят.
done-mail-words = Тексты сохранены. Они будут во всех письмах, которые уйдут с этого момента.
done-mail-times = Сроки сохранены. Они видны в графике рассылки.
done-mail-tested = { $n ->
    [one] Вам отправлено { $n } пробное письмо.
    [few] Вам отправлены { $n } пробных письма.
    [many] Вам отправлено { $n } пробных писем.
   *[other] Вам отправлено { $n } пробных писем.
}
done-message-due = Письмо уходит сейчас.
done-message-not = Ещё раз отправить его нельзя: оно уже ушло, больше не нужно или его заменило более новое.
done-message-given-up = Письмо больше не будет отправляться.
done-announced = Объявление передано в рассылку.
done-announcement-stopped = { $n ->
    [one] Рассылка остановлена. Задержано { $n } письмо.
    [few] Рассылка остановлена. Задержаны { $n } письма.
    [many] Рассылка остановлена. Задержано { $n } писем.
   *[other] Рассылка остановлена. Задержано { $n } писем.
}
done-announcement-over = Задерживать уже нечего.
done-draft-discarded = Черновик удалён.
