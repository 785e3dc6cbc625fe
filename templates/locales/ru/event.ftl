# An event: what pages, mails and calendar entries say about it.

kind-roundtable = Круглый стол
kind-webinar = Вебинар
kind-workshop = Рабочий семинар
kind-conference = Конференция
kind-summit = Саммит
kind-lecture = Лекция
kind-other = Мероприятие

format-in_person = Очно
format-online = Онлайн
format-hybrid = Очно и онлайн

facts-label = Коротко
fact-when = Дата и время
fact-where = Место
fact-languages = Языки
fact-registration = Регистрация
fact-rules = Правила мероприятия
fact-hosts = Организаторы и партнёры
fact-your-time = По вашему времени:

where-online = Онлайн
where-online-on = Онлайн, платформа { $provider }
where-in-person = Очно
where-to-be-announced = Очно, место проведения будет объявлено
where-map = Карта

link-after_close = Ссылка придёт по электронной почте после окончания регистрации.
link-on_confirmation = Ссылка придёт по электронной почте, как только ваше место будет подтверждено.
link-before_start = Ссылка придёт по электронной почте. Начало рассылки: { $moment }.
link-manual = Ссылка придёт по электронной почте до начала мероприятия.

interpretation-simultaneous-between = Синхронный перевод: { $from } — { $to } и обратно
interpretation-simultaneous = Синхронный перевод: { $from } — { $to }
interpretation-consecutive-between = Последовательный перевод: { $from } — { $to } и обратно
interpretation-consecutive = Последовательный перевод: { $from } — { $to }
interpretation-sign = Перевод на жестовый язык ({ $from })

rules-on_record = Открытое обсуждение: высказывания можно цитировать.
rules-chatham_house = Правило Чатем-Хауса: сказанное можно использовать, но нельзя раскрывать, кто это сказал.
rules-recording = Мероприятие записывается.
rules-photography = Ведётся фотосъёмка.

host-organiser = { $count ->
    [1] Организатор
    [one] Организаторы
    [few] Организаторы
    [many] Организаторы
   *[other] Организаторы
}
host-partner = { $count ->
    [1] Партнёр
    [one] Партнёры
    [few] Партнёры
    [many] Партнёры
   *[other] Партнёры
}
host-supporter = { $count ->
    [one] При поддержке
    [few] При поддержке
    [many] При поддержке
   *[other] При поддержке
}
host-sponsor = { $count ->
    [1] Спонсор
    [one] Спонсоры
    [few] Спонсоры
    [many] Спонсоры
   *[other] Спонсоры
}
host-media_partner = { $count ->
    [1] Информационный партнёр
    [one] Информационные партнёры
    [few] Информационные партнёры
    [many] Информационные партнёры
   *[other] Информационные партнёры
}

role-speaker = { $count ->
    [1] Спикер
    [one] Спикеры
    [few] Спикеры
    [many] Спикеры
   *[other] Спикеры
}
role-moderator = { $count ->
    [1] Модератор
    [one] Модераторы
    [few] Модераторы
    [many] Модераторы
   *[other] Модераторы
}
role-discussant = { $count ->
    [1] Дискуссант
    [one] Дискуссанты
    [few] Дискуссанты
    [many] Дискуссанты
   *[other] Дискуссанты
}
role-keynote = { $count ->
    [1] Основной докладчик
    [one] Основные докладчики
    [few] Основные докладчики
    [many] Основные докладчики
   *[other] Основные докладчики
}
role-interpreter = { $count ->
    [1] Переводчик
    [one] Переводчики
    [few] Переводчики
    [many] Переводчики
   *[other] Переводчики
}
role-opening = { $count ->
    [1] Вступительное слово
    [one] Вступительное слово
    [few] Вступительное слово
    [many] Вступительное слово
   *[other] Вступительное слово
}

to-be-announced = Будет объявлено
programme = Программа
lineup = В программе участвуют
about = О мероприятии
session-number = Сессия { $number }
session-languages = Языки: { $languages }
session-count = { $count ->
    [one] { $count } сессия
    [few] { $count } сессии
    [many] { $count } сессий
   *[other] { $count } сессий
}

state-open = Регистрация открыта
state-not_yet = Регистрация скоро откроется
state-full = Мест нет
state-closed = Регистрация завершена
state-cancelled = Отменено
state-over = Прошло

door-open = Регистрация открыта. Последний срок: { $moment }.
door-not_yet = Начало регистрации: { $moment }.
door-closed = Регистрация завершена: { $moment }.
door-full = Все места заняты.
door-waitlist = Можно записаться в лист ожидания. Последний срок: { $moment }.
door-cancelled = Это мероприятие отменено и не состоится.
door-over = Это мероприятие уже прошло.
door-approval = Каждое место подтверждает организатор.
door-invitation = Участие по приглашениям: понадобится код из вашего приглашения.
