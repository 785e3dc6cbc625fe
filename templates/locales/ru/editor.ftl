# Making and changing an event.

new-event-title = Новое мероприятие
new-event-lead = Сначала — самое главное. Для всего остального есть разумные значения по умолчанию, их можно изменить позже.
new-event-submit = Перейти к проверке

edit-title = Название
edit-date = Дата
edit-starts = Начало
edit-ends = Окончание
edit-zone = Часовой пояс
edit-zone-hint = Введите город, например Beirut, и выберите из списка.
edit-format = Формат участия
edit-format-online = Онлайн
edit-format-in_person = Очно
edit-format-hybrid = Гибридный: очно и онлайн
edit-languages = Рабочие языки
edit-languages-hint = Первый используется там, где на другом языке текста нет.
edit-page-languages = Языки страницы мероприятия
edit-page-languages-hint = Оставьте пустым, если они совпадают с рабочими языками.
edit-link = Ссылка для подключения
edit-link-hint = Её получат только участники, у которых есть место, — по электронной почте и не раньше рассылки.
edit-closes = Окончание регистрации
edit-closes-hint = Минута считается целиком: 23:59 означает «до полуночи». Если не указано — за два часа до первого начала и сдвигается вместе с ним; указанный здесь срок не меняется.
edit-capacity = Места
edit-capacity-hint = В зале, а если зала нет — онлайн. Если не указано, ограничения нет.
edit-kind = Вид мероприятия
edit-visibility = Кто может его найти
edit-visibility-public = Все: оно есть в списке мероприятий
edit-visibility-unlisted = Только те, у кого есть его адрес
edit-visibility-sensitive = Только те, у кого есть его адрес; ни письма, ни календарь его не называют
edit-contact = Адрес для вопросов
edit-contact-hint = Если не указан, вопросы приходят на адрес отправителя писем.
edit-summary = Краткое описание
edit-summary-hint = Одно предложение под названием.
edit-description = Описание
edit-description-hint = Markdown: пустая строка начинает абзац, *звёздочки* выделяют, [слова](https://…) становятся ссылкой.
edit-venue-name = Название места
edit-venue-address = Адрес
edit-city = Город
edit-country = Страна
edit-map = Ссылка на карту
edit-from = С языка
edit-to = На язык
edit-mode = Вид перевода
edit-mode-simultaneous = Синхронный
edit-mode-consecutive = Последовательный
edit-mode-sign = Жестовый язык
edit-session-title = Название сессии
edit-abstract = О чём она
edit-place = Зал
edit-session-languages = Рабочие языки сессии
edit-session-languages-hint = Оставьте пустым, если они те же, что у мероприятия.
edit-session-capacity-in_person = Места в зале
edit-session-capacity-online = Места онлайн
edit-role = Роль
edit-role-organiser = Организатор
edit-role-partner = Партнёр
edit-role-supporter = При поддержке
edit-role-sponsor = Спонсор
edit-role-media_partner = Информационный партнёр
edit-name = Название
edit-short = Краткое название
edit-web = Сайт
edit-disclaimer = Слова, которые должны стоять рядом с названием
edit-opens = Начало регистрации
edit-opens-hint = Если не указано, регистрация открывается сразу после публикации.
edit-capacity-in_person = Места в зале
edit-capacity-online = Места онлайн
edit-waitlist = Вести лист ожидания, когда все места заняты
edit-approval = Принимать решение по каждой заявке
edit-invitation-only = Только по коду
edit-confirm-address = Давать место только после подтверждения адреса
edit-per-session = Разрешить выбор сессий
edit-ask-organisation = Спрашивать организацию
edit-ask-position = Спрашивать должность
edit-ask-country = Спрашивать страну
edit-asked-no = Не спрашивать
edit-asked-optional = Спрашивать, ответ необязателен
edit-asked-required = Спрашивать, ответ обязателен
edit-purpose = Зачем это нужно
edit-purpose-hint = Показывается рядом с полем. Люди охотнее отвечают, когда понимают зачем.
edit-label = Вопрос
edit-question-kind = Вид ответа
edit-question-kind-text = Одна строка
edit-question-kind-long_text = Несколько строк
edit-question-kind-choice = Один из нескольких
edit-question-kind-choices = Любые из нескольких
edit-question-kind-yes_no = Да или нет
edit-options = Варианты ответа
edit-options-hint = По одному в строке, в одном и том же порядке на всех языках. Когда кто-то уже зарегистрировался, добавляйте новые только в конец.
edit-required = Ответ обязателен
edit-condition = Спрашивать, только если
edit-condition-if = на вопрос «{ $question }» дан ответ «{ $answer }»
edit-consent = На что даётся согласие
edit-consent-required = Без него нельзя зарегистрироваться
edit-code = Код
edit-places = Сколько человек могут им воспользоваться
edit-places-hint = Если не указано, ограничения нет.
edit-expires = Действует до
edit-code-unlimited = Без ограничения
edit-code-places = { $count ->
    [one] { $count } человек
    [few] { $count } человека
    [many] { $count } человек
   *[other] { $count } человек
}
edit-rules = Правило обсуждения
edit-rules-on_record = Открытое обсуждение: высказывания можно цитировать
edit-rules-chatham_house = Правило Чатем-Хауса: сказанное можно использовать, но нельзя раскрывать, кто это сказал
edit-rules-none = Не объявлено
edit-recording = Ведётся запись
edit-photography = Ведётся фотосъёмка
edit-provider = Платформа
edit-provider-other = Другая
edit-lineup-link = Ссылка для спикеров, модераторов и переводчиков
edit-lineup-link-hint = Её получают только они, независимо от регистрации. Она должна отличаться от ссылки выше.
edit-release = Когда участники получают ссылку
edit-release-after_close = После окончания регистрации
edit-release-on_confirmation = Как только место подтверждено
edit-release-manual = Когда организатор её разошлёт
edit-join-page = Дать каждому участнику личный адрес, ведущий к ссылке
edit-join-page-hint = Тогда в письмах и записях календаря стоит адрес личной страницы участника: за полчаса до начала она приведёт к ссылке, какой бы та ни была к этому времени. Цена: в эту минуту сервис должен работать, а календари не покажут кнопку встречи. Без этого в письмах стоит сама ссылка: если она изменится, людям нужно письмо, и её видно в календарях, открытых коллегам.
edit-recording-link = Запись или заметки
edit-recording-link-hint = Ссылка, которую участники, у которых было место, найдут на личной странице после окончания встречи.
edit-tech-check = Начало
edit-tech-check-hint = Если не указано, проверки нет.
edit-tech-note = Где и что взять с собой
edit-reminders = Напоминания перед каждой сессией
edit-before-minutes = { $count ->
    [one] за { $count } минуту
    [few] за { $count } минуты
    [many] за { $count } минут
   *[other] за { $count } минут
}
edit-before-hours = { $count ->
    [one] за { $count } час
    [few] за { $count } часа
    [many] за { $count } часов
   *[other] за { $count } часов
}
edit-before-days = { $count ->
    [one] за { $count } день
    [few] за { $count } дня
    [many] за { $count } дней
   *[other] за { $count } дней
}
edit-quiet-from = Начало тихих часов
edit-quiet-from-hint = Массовые письма ждут окончания тихих часов, если из-за этого не опоздают. Не указано — тихих часов нет.
edit-quiet-to = Окончание тихих часов
edit-reply-to = Адрес для ответов
edit-reply-to-hint = Если не указан, ответы приходят на адрес для вопросов.
edit-retention = Сколько хранить личные данные после мероприятия
edit-kept-days = { $count ->
    [0] Не хранить
    [one] { $count } день
    [few] { $count } дня
    [many] { $count } дней
   *[other] { $count } дней
}
edit-side = Какой из двух моментов имеется в виду?
edit-side-hint = В эту ночь часы переводят назад, и это время наступает дважды.
edit-side-earlier = Более ранний ({ $offset })
edit-side-later = Более поздний ({ $offset })

editor-none = Нет
editor-unnamed = Без названия
editor-nothing = Пусто
editor-untranslated = Пока не переведено
editor-meanwhile = Тем временем кто-то указал: { $value }
editor-rank-1 = Первый
editor-rank-2 = Второй
editor-rank-3 = Третий
editor-rank-4 = Четвёртый
editor-save = Сохранить
editor-up = Поднять
editor-remove = Удалить
editor-moved = Поднято выше
editor-removed = Удалено
editor-not-saved = Ничего не сохранено
editor-field-in-language = { $field } ({ $language })

flaw-missing = Заполните поле: { $field }
flaw-unknown = Выберите из предложенного: { $field }
flaw-twice = Два значения совпадают: { $field }
flaw-gap = В эту ночь часы переводят вперёд, и этого времени нет. Выберите { $before } или { $after }
flaw-fold = В эту ночь часы переводят назад, и это время наступает дважды. Выберите, какое имеется в виду
flaw-ends-before-start = Выберите окончание позже начала
flaw-closes-after-end = Завершите регистрацию до конца последней сессии
flaw-closes-before-opening = Завершите регистрацию позже её начала
flaw-tells-link = Уберите ссылку для подключения из этого текста: его видят все
flaw-told-link = Эта ссылка есть в тексте, который видят все. Сначала уберите её оттуда
flaw-in-use = На это уже есть регистрации. Сначала перенесите их
flaw-survey-answered = Ответы уже есть: вопрос можно сформулировать иначе и добавить новые, но нельзя убрать вопрос или изменить вид ответа, варианты и их порядок
flaw-needed = Один из вопросов зависит от определённого ответа на более ранний. Сначала измените это условие
flaw-malformed-email = Укажите адрес в виде name@example.org
flaw-malformed-web = Укажите адрес, начинающийся с https:// или http://
flaw-malformed-link = Укажите адрес, начинающийся с https://
flaw-malformed-count = Введите целое число
flaw-malformed-zone = Выберите часовой пояс из списка, например Asia/Beirut
flaw-malformed-moment = Укажите дату и время
flaw-malformed-day = Выберите день
flaw-malformed-hour = Укажите время, например 15:00
flaw-malformed-quiet = Укажите начало и окончание тихих часов; они должны различаться
flaw-malformed-language = Выберите язык
flaw-malformed-phrase = Если нужны сами фигурные скобки, удвойте их: {"{{"} и {"}}"}
flaw-malformed-slug = Введите короткое имя точно так, как оно указано

time-note-after-gap = В эту ночь часы переводят вперёд, и этого времени нет: считается первый момент после него.
time-note-later-of-two = В эту ночь это время наступает дважды: считается более позднее.
time-note-picked = В эту ночь это время наступает дважды: считается выбранное вами.
time-note-ignored = Указанное смещение в это время не действует и не учитывается.

parts-label = Разделы мероприятия
part-basics = Основное
part-basics-lead = Что это, когда и на каких языках.
part-texts = Тексты
part-texts-lead = Каждый текст на всех языках страницы. Если перевода нет, читатели видят текст на другом языке.
part-programme = Сессии
part-programme-lead = Когда проходит каждая. Кто в ней выступает, указано в разделе «Состав».
part-venue = Место проведения
part-venue-lead = Куда приходят люди. Если не указано, место будет объявлено позже.
part-hosts = Организаторы и партнёры
part-hosts-lead = Организации, названные на странице, в этом порядке.
part-interpretation = Перевод
part-interpretation-lead = С какого языка на какой и как.
part-registration = Регистрация
part-registration-lead = До какого срока можно зарегистрироваться, сколько есть мест и о чём спрашивает форма, кроме имени и адреса.
part-questions = Вопросы
part-questions-lead = Ваши собственные вопросы в форме, в этом порядке.
part-consents = Согласия
part-consents-lead = На что люди могут дать согласие; для каждого пункта — отдельное поле, в котором заранее ничего не отмечено.
part-codes = Коды
part-codes-lead = С кодом можно зарегистрироваться и на мероприятие по приглашениям.
part-rules = Правила мероприятия
part-rules-lead = Указаны на странице и в каждом письме. Если они меняются, зарегистрированным об этом сообщают.
part-meeting = Онлайн-встреча
part-meeting-lead = Где люди подключаются онлайн. Больше ни на одной странице ссылки нет.
part-tech-check = Техническая проверка
part-tech-check-lead = Когда выступающие пробуют камеру и микрофон. Они увидят это на своей странице и в письме со ссылкой, а больше никто.
part-mail = Письма
part-mail-lead = Что отправляется само и когда.

empty-programme = Сессий пока нет.
empty-hosts = Пока не названа ни одна организация.
empty-interpretation = Перевода нет.
empty-questions = Спрашиваются только имя и адрес.
empty-consents = Согласий не требуется.
empty-codes = Кодов нет.
add-programme = Добавить сессию
add-hosts = Добавить организацию
logo-title = Логотип
logo-hidden = Мероприятие деликатное: на его странице логотипов нет.
logo-choose = Выберите логотип
logo-replace = Выберите другой логотип
logo-hint = JPEG, PNG или WebP, до 5 МБ. Логотип показан рядом с названием организации. Файлы мероприятий логотипов не содержат.
logo-submit = Сохранить логотип
logo-remove = Убрать логотип
done-logo-kept = Логотип сохранён.
done-logo-removed = Логотип убран.
add-interpretation = Добавить канал
add-questions = Добавить вопрос
add-consents = Добавить согласие
add-codes = Добавить код
new-programme = Новая сессия
new-hosts = Новая организация
new-interpretation = Новый канал
new-questions = Новый вопрос
new-consents = Новое согласие
new-codes = Новый код
meeting-sessions = Сессии с собственной ссылкой
meeting-own = Собственная ссылка
meeting-shared = Подключение по общей ссылке мероприятия

overtaken-title = Тем временем кто-то внёс сюда изменения
overtaken-form = Всё, что вы ввели, на месте. Рядом с каждым изменённым полем указано чужое значение; чтобы оставить то, что в форме, сохраните ещё раз.
overtaken-list = Вот список в нынешнем виде. Ничего не перемещено и не удалено.

impact-title = Прежде чем сохранить
impact-lead = { $count ->
    [one] Место получил или ждёт { $count } человек. Решите, что сообщить.
    [few] Место получили или ждут { $count } человека. Решите, что сообщить.
    [many] Место получили или ждут { $count } человек. Решите, что сообщить.
   *[other] Место получили или ждут { $count } человек. Решите, что сообщить.
}
impact-changes = Что меняется
impact-what = Что
impact-before = Было
impact-after = Стало
impact-who = Кого это касается
impact-fact-time = Время меняется для всех участников.
impact-fact-place = Место проведения меняется для очных участников.
impact-fact-link = Ссылка меняется для тех, кому её отправили.
impact-fact-languages = Языки меняются для всех.
impact-fact-rules = Правила мероприятия меняются для всех.
impact-told = { $count ->
    [one] Устаревшие сведения — у { $count } человека.
    [few] Устаревшие сведения — у { $count } человек.
    [many] Устаревшие сведения — у { $count } человек.
   *[other] Устаревшие сведения — у { $count } человек.
}
impact-holding-link = { $count ->
    [one] Прежнюю ссылку получил { $count } человек.
    [few] Прежнюю ссылку получили { $count } человека.
    [many] Прежнюю ссылку получили { $count } человек.
   *[other] Прежнюю ссылку получили { $count } человек.
}
impact-holding-page = { $count ->
    [one] У { $count } человека есть личная страница, которая сразу ведёт к новой ссылке: письмо не нужно.
    [few] У { $count } человек есть личные страницы, которые сразу ведут к новой ссылке: письма не нужны.
    [many] У { $count } человек есть личные страницы, которые сразу ведут к новой ссылке: письма не нужны.
   *[other] У { $count } человека есть личные страницы, которые сразу ведут к новой ссылке: письма не нужны.
}
impact-moves = Письма, которые уйдут в другое время
impact-mail = Письмо
impact-not-sent = не отправляется
impact-more = { $count ->
    [one] И ещё { $count } письмо.
    [few] И ещё { $count } письма.
    [many] И ещё { $count } писем.
   *[other] И ещё { $count } писем.
}
impact-question = Что отправить?
impact-tell = { $count ->
    [one] Сообщить { $count } человеку по электронной почте
    [few] Сообщить { $count } людям по электронной почте
    [many] Сообщить { $count } людям по электронной почте
   *[other] Сообщить { $count } людям по электронной почте
}
impact-tell-hint = Каждый получит на своём языке письмо о том, что изменилось, а запись в календаре исправится.
impact-write = { $count ->
    [one] Написать { $count } человеку
    [few] Написать { $count } людям
    [many] Написать { $count } людям
   *[other] Написать { $count } людям
}
impact-write-hint = Текст ниже получат все, у кого есть место или кто его ждёт.
impact-quiet = Никому не сообщать
impact-quiet-hint = Изменения сохранятся, письма не уйдут. Записи в календарях останутся прежними.
impact-must-tell = Люди соглашались прийти на других условиях, поэтому им нужно сообщить.
impact-answer-missing = Решите, что отправить и какими словами
impact-submit = Сохранить
impact-back = Назад без сохранения

notice-title = Что вы им пишете
notice-hint = Текст можно менять. Поддерживается Markdown. Чтобы ничего не писать, оставьте всё пустым.
notice-subject = Тема
notice-text = Текст
notice-languages-subject = Языки мероприятия изменились
notice-languages-text = Языки мероприятия «{"{"}title{"}"}» изменились. Теперь рабочие языки: { $languages }.
notice-rules-subject = Правила мероприятия изменились
notice-rules-text = Правила мероприятия «{"{"}title{"}"}» изменились.
notice-rules-none = Правило о цитировании не объявлено.
notice-recording = Мероприятие записывается.
notice-no-recording = Мероприятие не записывается.
notice-photography = Ведётся фотосъёмка.
notice-no-photography = Фотосъёмка не ведётся.

overview-title = Обзор
overview-draft = Черновик
overview-draft-text = Его видят только организаторы.
overview-published = Опубликовано
overview-cancelled = Отменено
overview-over = Прошло
overview-people = Участники
overview-of-places = { $count ->
    [one] из { $count } места
    [few] из { $count } мест
    [many] из { $count } мест
   *[other] из { $count } мест
}
overview-over-by = сверх мест: { $count }
overview-steps = На что обратить внимание
overview-no-steps = Всё на месте.
overview-next = Что отправится дальше
overview-nothing-next = Массовых писем не запланировано.
overview-to = { $count ->
    [0] Пока никому
    [one] На данный момент — { $count } человеку
    [few] На данный момент — { $count } людям
    [many] На данный момент — { $count } людям
   *[other] На данный момент — { $count } людям
}
overview-to-organisers = Организаторам
overview-waits = Ждёт ссылки
overview-event = Мероприятие
overview-address = Адрес для приглашений

primary-publish = Проверить и опубликовать
primary-duplicate = Создать следующее мероприятие
primary-figures = Посмотреть статистику
primary-decide = { $count ->
    [one] Рассмотреть { $count } заявку
    [few] Рассмотреть { $count } заявки
    [many] Рассмотреть { $count } заявок
   *[other] Рассмотреть { $count } заявок
}
primary-link = Указать ссылку для подключения
primary-release = Разослать ссылку
primary-lineup = Заполнить состав
primary-check-in = Отмечать прибывших
primary-registrations = { $count ->
    [0] Открыть регистрации
    [one] Открыть { $count } регистрацию
    [few] Открыть { $count } регистрации
    [many] Открыть { $count } регистраций
   *[other] Открыть { $count } регистраций
}

people-count-online = Онлайн
people-count-in_person = Очно
people-count-pending = Ждут решения
people-count-waitlisted = В листе ожидания
people-count-unconfirmed = Адрес не подтверждён

gap-untranslated = { $count ->
    [one] Не переведён { $count } текст: { $language }
    [few] Не переведены { $count } текста: { $language }
    [many] Не переведено { $count } текстов: { $language }
   *[other] Не переведено { $count } текстов: { $language }
}
gap-no-link = Ссылки для подключения пока нет. Мы напомним о ней до срока рассылки.
gap-no-venue = Место проведения ещё не объявлено
gap-no-lineup = В одной из сессий пока никого нет в составе
gap-begun = Мероприятие уже началось: проверьте дату
gap-closed = Регистрация уже завершилась: проверьте дату
gap-closes-after-start = Регистрация завершается после начала первой сессии
gap-link-before-closing = Ссылка уходит до окончания регистрации: кто зарегистрируется позже, получит её позже
gap-same-link = Участники и спикеры подключаются по одной и той же ссылке
gap-no-code = Мероприятие по приглашениям, но ни одного кода нет
gap-guessable-address = Мероприятие деликатное, а его адрес можно угадать

goes-out-registered = Подтверждение места
goes-out-link = Ссылка для подключения
goes-out-withdrawn = Отмена регистрации
goes-out-confirm_address = Просьба подтвердить адрес
goes-out-received = Получение заявки
goes-out-waitlisted = Лист ожидания
goes-out-known = Повторная регистрация
goes-out-approved = Одобрение
goes-out-promoted = Место из листа ожидания
goes-out-declined = Отказ
goes-out-decline_noted = Отказ в календаре
goes-out-reminder = Напоминание
goes-out-changed = Изменение
goes-out-cancelled = Отмена мероприятия
goes-out-alarm = Внимание: нет ссылки

publish-title = Проверка и публикация
publish-check = Перед публикацией
publish-gaps = { $count ->
    [one] Обратите внимание на это. Публиковать можно и так.
    [few] Обратите внимание на это. Публиковать можно и так.
    [many] Обратите внимание на это. Публиковать можно и так.
   *[other] Обратите внимание на это. Публиковать можно и так.
}
publish-complete = Всё на месте.
publish-mails = { $count ->
    [one] Проверено { $count } письмо, на всех языках.
    [few] Проверены { $count } письма, на всех языках.
    [many] Проверено { $count } писем, на всех языках.
   *[other] Проверено { $count } писем, на всех языках.
}
publish-broken = Эти письма не удаётся составить
publish-closes = Окончание регистрации: { $moment }.
publish-submit = Опубликовать
publish-later = Пока нет
publish-is-public = Мероприятие опубликовано.

event-cancel-title = Отменить мероприятие
event-cancel-told = { $count ->
    [0] Никто не зарегистрирован, поэтому письма не уйдут.
    [one] { $count } человек сразу получит письмо об отмене.
    [few] { $count } человека сразу получат письмо об отмене.
    [many] { $count } человек сразу получат письмо об отмене.
   *[other] { $count } человек сразу получат письмо об отмене.
}
event-cancel-entries = { $count ->
    [0] Ни в одном календаре его нет.
    [one] Запись исчезнет из календаря у { $count } человека.
    [few] Запись исчезнет из календарей у { $count } человек.
    [many] Запись исчезнет из календарей у { $count } человек.
   *[other] Запись исчезнет из календарей у { $count } человек.
}
event-cancel-link = Ссылку для подключения больше никто не получит.
event-cancel-for-good = Вернуть мероприятие будет нельзя. По его образцу можно создать следующее.
event-cancel-reason = Причина — для тех, кому сообщают
event-cancel-reason-hint = Будет указана в письме. Оставьте пустым, чтобы не называть причину.
event-cancel-slug = короткое имя
event-cancel-type-slug = Чтобы отменить мероприятие, введите { $slug }
event-cancel-submit = Отменить мероприятие окончательно
event-cancel-not = Оставить мероприятие
event-cancel-cannot = Отменить можно только опубликованное мероприятие.

link-release-title = Разослать ссылку
link-release-text = { $count ->
    [0] Пока никто не подтверждён для участия онлайн. С этого момента каждый получит ссылку сразу после подтверждения.
    [one] Для участия онлайн подтверждён { $count } человек: ссылка уйдёт сразу.
    [few] Для участия онлайн подтверждены { $count } человека: ссылка уйдёт сразу.
    [many] Для участия онлайн подтверждено { $count } человек: ссылка уйдёт сразу.
   *[other] Для участия онлайн подтверждено { $count } человек: ссылка уйдёт сразу.
}
link-release-missing = Не хватает ссылки: письма с ней подождут, пока её не укажут.
link-release-submit = Разослать сейчас
link-release-not = Пока нет
link-release-nothing = Рассылать нечего: ссылка уходит сама или уже разослана.
address-new-title = Адрес, который нельзя угадать
address-new-text = Мероприятие получит новый адрес из случайных букв и цифр, который ничего о нём не говорит.
address-new-breaks = { $count ->
    [0] Адрес выше больше никуда не приведёт. Он может стоять на других сайтах и в приглашениях: передайте новый.
    [one] Адрес выше больше никуда не приведёт. { $count } человек получил место или ждёт его: ссылки на страницу мероприятия в отправленных письмах перестанут работать, ссылки на личную страницу и для подключения останутся.
    [few] Адрес выше больше никуда не приведёт. { $count } человека получили место или ждут его: ссылки на страницу мероприятия в отправленных письмах перестанут работать, ссылки на личные страницы и для подключения останутся.
    [many] Адрес выше больше никуда не приведёт. { $count } человек получили место или ждут его: ссылки на страницу мероприятия в отправленных письмах перестанут работать, ссылки на личные страницы и для подключения останутся.
   *[other] Адрес выше больше никуда не приведёт. { $count } человека получили место или ждут его: ссылки на страницу мероприятия в отправленных письмах перестанут работать, ссылки на личные страницы и для подключения останутся.
}
address-new-submit = Взять новый адрес
address-new-not = Оставить адрес
address-new-nothing = Такой адрес бывает только у деликатных мероприятий.
done-event-readdressed = У мероприятия новый адрес. Старый больше никуда не ведёт.

event-duplicate-title = Создать следующее мероприятие по образцу этого
event-duplicate-text = Отдельный черновик, который никто не увидит до публикации.
event-duplicate-keeps = Тексты, организаторы и партнёры, вопросы и настройки останутся прежними.
event-duplicate-moves = Сессии и окончание регистрации сдвинутся на столько же дней, что и первая сессия.
event-duplicate-drops = Ссылки, коды, состав и регистрации не переносятся.
event-duplicate-date = Первый день
event-duplicate-submit = Создать черновик

done-saved = Сохранено.
done-saved-and-told = { $n ->
    [one] Сохранено. Письмо получит { $n } человек.
    [few] Сохранено. Письмо получат { $n } человека.
    [many] Сохранено. Письмо получат { $n } человек.
   *[other] Сохранено. Письмо получат { $n } человек.
}
done-saved-and-followed = { $n ->
    [one] Сохранено. Прежней ссылки нет ни у кого: личная страница { $n } человека сразу ведёт к новой.
    [few] Сохранено. Прежней ссылки нет ни у кого: личные страницы { $n } человек сразу ведут к новой.
    [many] Сохранено. Прежней ссылки нет ни у кого: личные страницы { $n } человек сразу ведут к новой.
   *[other] Сохранено. Прежней ссылки нет ни у кого: личные страницы { $n } человека сразу ведут к новой.
}
done-unchanged = Ничего не изменилось.
done-event-made = Черновик создан. Посмотрите, чего не хватает, и опубликуйте.
done-event-published = Опубликовано. По этому адресу теперь может зарегистрироваться каждый.
done-published-before = Мероприятие уже было опубликовано.
done-event-cancelled = { $n ->
    [0] Мероприятие отменено. Сообщать об этом некому.
    [one] Мероприятие отменено. Письмо получит { $n } человек.
    [few] Мероприятие отменено. Письмо получат { $n } человека.
    [many] Мероприятие отменено. Письмо получат { $n } человек.
   *[other] Мероприятие отменено. Письмо получат { $n } человек.
}
done-not-cancelled = Отменить можно только опубликованное мероприятие. Ничего не изменено.
done-link-released = { $n ->
    [0] Рассылка открыта. С этого момента каждый, кто подтверждён для участия онлайн, получит ссылку сразу.
    [one] Ссылка разослана. Сейчас её получит { $n } человек.
    [few] Ссылка разослана. Сейчас её получат { $n } человека.
    [many] Ссылка разослана. Сейчас её получат { $n } человек.
   *[other] Ссылка разослана. Сейчас её получат { $n } человек.
}
done-not-released = Рассылать было нечего.
done-event-duplicated = Черновик создан. Проверьте даты и укажите ссылку.
