# Line-ups, the directory of people, and the pages of those who appear.

lineup-role-speaker = спикер
lineup-role-moderator = модератор
lineup-role-discussant = дискуссант
lineup-role-keynote = основной докладчик
lineup-role-interpreter = переводчик
lineup-role-opening = вступительное слово

lineup-state-idea = Идея
lineup-state-invited = Ждём ответа
lineup-state-confirmed = Подтверждено
lineup-state-declined = Отказ
lineup-state-withdrawn = Участие отменено

lineup-field-role = Роль
lineup-field-state = Статус
lineup-field-state-hint = На публичной странице видны только подтверждённые имена.
lineup-field-name = Имя
lineup-field-position = Должность
lineup-field-organisation = Организация
lineup-field-bio = Краткая справка
lineup-field-email = Электронная почта
lineup-field-email-hint = Для приглашения и ссылки для подключения. Никому не показывается.
lineup-field-channel = Канал
lineup-field-channel-hint = Для переводчиков: тот, в котором человек работает.
lineup-channel = { $from } → { $to }
lineup-channel-any = Без определённого канала
lineup-field-place = Место в порядке
lineup-field-in = { $field } ({ $language })

lineup-title = Состав выступающих
lineup-tells-nobody = Изменения сразу видны на публичной странице. Письма участникам об этом не отправляются.
lineup-announce = Написать объявление
lineup-run-sheet = Порядок проведения
lineup-interpreters = Лист для переводчиков
lineup-sessions = Сессии
lineup-standing = Подтверждено: { $confirmed } из { $places }
lineup-tasks = { $count ->
    [one] { $count } задача
    [few] { $count } задачи
    [many] { $count } задач
   *[other] { $count } задач
}
lineup-need-unanswered = нет ответа после двух напоминаний. Позвоните или напишите лично.
lineup-need-declined = отказ от участия. Найдите замену.
lineup-need-withdrew = участие отменено после согласия. Найдите замену.
lineup-unasked = { $count ->
    [one] Приглашение ещё не отправлено: { $count } человек с указанным адресом.
    [few] Приглашение ещё не отправлено: { $count } человека с указанным адресом.
    [many] Приглашение ещё не отправлено: { $count } человек с указанным адресом.
   *[other] Приглашение ещё не отправлено: { $count } человек с указанным адресом.
}
lineup-ask-all = { $count ->
    [1] Отправить приглашение
    [one] Отправить { $count } приглашение
    [few] Отправить { $count } приглашения
    [many] Отправить { $count } приглашений
   *[other] Отправить { $count } приглашений
}
lineup-ask = Пригласить письмом
lineup-ask-again = Отправить письмо ещё раз
lineup-asked = Приглашение отправлено: { $moment }.
lineup-gaps = Не заполнено:
lineup-gap-email = адрес почты
lineup-gap-name = имя ({ $language })
lineup-gap-bio = краткая справка ({ $language })
lineup-gap-photo = фото
lineup-gap-consent = согласие на фото
lineup-up = Выше
lineup-down = Ниже
lineup-move-to = Переместить на место (от 1 до { $count })
lineup-move = Переместить
lineup-moved = { $name }: теперь место { $place } из { $count }
lineup-role-up = Поднять эту роль
lineup-more = Ещё
lineup-set-state = Установить
lineup-edit = Изменить
lineup-withdraw = Отменить участие или заменить
lineup-off = Не участвуют
lineup-note = Принято к сведению
lineup-replace = Заменить
lineup-remove = Удалить
lineup-empty-title = В этой сессии пока никого нет
lineup-empty-text = Добавляйте людей по одному или вставьте их из таблицы. Пока вы не отправите приглашения, никто ничего не узнает.
lineup-add = Добавить
lineup-add-title = Добавить в сессию
lineup-add-submit = Добавить в состав
lineup-open-hint = Оставьте имя пустым, если оно будет объявлено позже.
lineup-paste = Вставить таблицу
lineup-back = Назад к составу
lineup-save = Сохранить
lineup-from-directory = Из справочника
lineup-nobody-found = В справочнике никого с таким именем нет. Заполните форму, чтобы добавить нового человека.
lineup-their-page = Личная страница
lineup-their-page-text = В приглашении есть ссылка на страницу, где можно согласиться или отказаться, указать, как представить выступающего, и загрузить фотографию. Учётная запись не нужна.
lineup-revoke = Отключить ссылку
lineup-person = Запись в справочнике
lineup-leaves = Если участие не состоится
lineup-remove-mistake = Удалить ошибочную запись
lineup-replace-title = Замена: { $name }

lineup-withdraw-title = Отмена участия: { $name }
lineup-withdraw-told = Кто об этом узнает
lineup-withdraw-page = Имя сразу исчезнет с публичной страницы.
lineup-withdraw-attendees = Письма участникам об этом не отправляются.
lineup-withdraw-person = Приглашение отсюда не отправлялось, поэтому и письма не будет.
lineup-withdraw-person-asked = Письма об этом не будет: напишите лично. Ссылка на личную страницу останется, но без ссылки для подключения.
lineup-withdraw-submit = Отменить участие
lineup-withdraw-replace = Отменить и назвать замену
lineup-withdraw-expected = { $count ->
    [0] На этой сессии пока ни у кого нет места.
    [one] Место на этой сессии есть у { $count } человека.
    [few] Место на этой сессии есть у { $count } человек.
    [many] Место на этой сессии есть у { $count } человек.
   *[other] Место на этой сессии есть у { $count } человека.
}
lineup-remove-title = Удаление: { $name }
lineup-remove-asked = Приглашение отправлялось по почте: ссылка на личную страницу перестанет работать, а ответ пропадёт.
lineup-session = Сессия

lineup-overtaken-title = Кто-то вас опередил
lineup-overtaken-text = Пока эта страница была открыта, мероприятие изменилось. Из сделанного вами пока ничего не сохранено, но ничего из введённого не потеряно: посмотрите, что изменилось, и повторите.
lineup-actor-colleague = Бывший сотрудник
lineup-actor-self = Участник программы (лично)
lineup-actor-operator = Оператор сервиса
lineup-change-added = { $actor } добавляет: { $who }
lineup-change-changed = { $actor } изменяет: { $who }
lineup-change-moved = { $actor } перемещает: { $who }
lineup-change-role_moved = { $actor } поднимает роль: { $who }
lineup-change-state = { $actor } меняет статус: { $who }
lineup-change-withdrawn = { $actor } отменяет участие: { $who }
lineup-change-removed = { $actor } удаляет: { $who }
lineup-change-noted = { $actor } принимает к сведению ответ: { $who }
lineup-change-photo = { $actor } меняет фотографию: { $who }
lineup-change-invited = { $actor } отправляет приглашение: { $who }
lineup-change-revoked = { $actor } отключает ссылку: { $who }
lineup-change-answered = { $actor } отвечает: { $who }
lineup-change-described = { $actor } меняет краткую справку: { $who }
lineup-change-event = { $actor } изменяет сведения о мероприятии

lineup-problem-email = Укажите адрес в виде name@example.org
lineup-problem-long = Сократите этот текст
lineup-problem-link = Уберите из этого текста ссылку на встречу

photo-title = Фотография
photo-choose = Выберите фотографию
photo-replace = Выберите другую фотографию
photo-hint = JPEG, PNG или WebP, до 5 МБ. Сведения о месте и времени съёмки удаляются из файла.
photo-crop = Какую часть оставить
photo-crop-hint = Для круглого снимка рядом с именем лучше всего подходит квадрат. Он вырезается при сохранении фото.
photo-crop-whole = Фото целиком
photo-crop-start = Квадрат сверху, а у широкого фото — слева
photo-crop-middle = Квадрат посередине
photo-crop-end = Квадрат снизу, а у широкого фото — справа
photo-alt = Что на фотографии
photo-alt-hint = Для тех, кто её не видит, например: «Женщина за трибуной».
photo-no-alt = Фотография без описания
photo-consent = Получено согласие на публикацию фотографии
photo-consent-own = Я даю согласие на показ моей фотографии на публичной странице мероприятия
photo-submit = Сохранить фотографию
photo-remove = Удалить фотографию
photo-problem-missing = Сначала выберите файл
photo-problem-heavy = Выберите файл не больше 5 МБ
photo-problem-format = Выберите файл JPEG, PNG или WebP
photo-problem-pixels = Выберите изображение поменьше, до 40 миллионов пикселей
photo-problem-damaged = Этот файл повреждён. Выберите другой
photo-problem-slow = Изображение обрабатывалось слишком долго. Выберите поменьше

paste-title = Вставить таблицу
paste-rows = Строки
paste-hint = Скопируйте ячейки из своей таблицы и вставьте их сюда: роль, имя, должность, организация, электронная почта. Если первой строкой идут эти заголовки, порядок может быть другим; выгрузки Eventbrite, pretix, Zoom и Indico понятны как есть.
paste-language = Язык этих текстов
paste-submit = Сначала просмотреть
paste-preview = { $count ->
    [one] { $count } человек
    [few] { $count } человека
    [many] { $count } человек
   *[other] { $count } человек
}
paste-wrong = { $count ->
    [one] Нужно исправить { $count } ячейку. До этого никто не будет добавлен.
    [few] Нужно исправить { $count } ячейки. До этого никто не будет добавлен.
    [many] Нужно исправить { $count } ячеек. До этого никто не будет добавлен.
   *[other] Нужно исправить { $count } ячеек. До этого никто не будет добавлен.
}
paste-confirm = { $count ->
    [one] Добавить { $count } человека
    [few] Добавить { $count } человек
    [many] Добавить { $count } человек
   *[other] Добавить { $count } человек
}
paste-problem-role = Возможные роли: спикер, модератор, дискуссант, основной докладчик, переводчик, вступительное слово
paste-problem-name = Укажите имя
paste-problem-twice = Это имя уже есть в сессии
paste-problem-empty = Вставьте хотя бы одну строку
paste-problem-many = Вставляйте не больше 200 строк за один раз

people-title = Люди
people-add = Добавить человека
people-add-submit = Добавить в справочник
people-search = Поиск по имени или организации
people-find = Найти
people-all = Показать всех
people-count = { $count ->
    [0] Никого с таким именем нет.
    [one] { $count } человек
    [few] { $count } человека
    [many] { $count } человек
   *[other] { $count } человек
}
people-paste-hint = Скопируйте ячейки из своей таблицы и вставьте их сюда: имя, должность, организация, электронная почта. Если первой строкой идут эти заголовки, порядок может быть другим. Вы увидите всех, прежде чем кто-либо будет добавлен.
people-paste-known = уже есть в справочнике: останется как есть
people-appearances = Выступлений
people-empty-title = Справочник пока пуст
people-empty-text = Все, кого вы включите в состав, сами появятся здесь — для следующих мероприятий.
people-pages = Страницы
people-previous = Предыдущая страница
people-next = Следующая страница
people-back = Назад к справочнику
people-hint = Для будущих составов. То, что сказано о людях на прошедших мероприятиях, не меняется.
people-appeared = Где были выступления
people-as-of-then = На тот момент
people-remove-title = Удалить из справочника
people-remove-text = Ни в одном составе этого человека нет.
people-remove = Удалить
people-nothing = пусто
people-overtaken-text = Пока эта страница была открыта, запись изменилась. То, что вы ввели, — ниже; а вот что в записи сейчас:
people-problem-name = Укажите имя хотя бы на одном языке
people-problem-taken = Человек с таким именем уже есть в справочнике

sheet-run = Порядок проведения
sheet-interpreters = Лист для переводчиков
sheet-back = Назад
sheet-about = Должность и организация
sheet-printed = На момент: { $moment }

appearing-title = Ваше участие в программе
appearing-you = Добро пожаловать
appearing-asked = Организатор приглашает вас принять участие. Согласитесь или откажитесь ниже; учётная запись не нужна.
appearing-over = Это мероприятие прошло. Изменить здесь уже ничего нельзя.
appearing-cancelled = Это мероприятие не состоится.
appearing-state-invited = Ответа ещё нет
appearing-state-confirmed = Подтверждено
appearing-state-declined = Отказ
appearing-state-withdrawn = Участие отменено
appearing-confirm = Участвую
appearing-confirm-all = { $count ->
    [1] Участвую
    [one] Участвую во всех ({ $count })
    [few] Участвую во всех ({ $count })
    [many] Участвую во всех ({ $count })
   *[other] Участвую во всех ({ $count })
}
appearing-decline = Не могу участвовать
appearing-withdraw = Всё-таки не смогу прийти
appearing-decline-text = Организатор сразу узнает об этом и может отдать место другому.
appearing-decline-button = Сообщить организатору
appearing-with = Вместе с вами:
appearing-join-from = Ваша ссылка для подключения появится здесь и придёт письмом. Начало рассылки: { $moment }.
appearing-channels = Перевод
appearing-participants = Участники и их вопросы
appearing-sheet = Лист с программой и именами
appearing-words = Как вас представить
appearing-words-text = Этот текст появится на публичной странице, когда вы подтвердите участие. Напишите его на всех языках, на каких сможете.
appearing-words-submit = Сохранить
appearing-channel = Ваш канал: { $from } → { $to }
tech-check = Техническая проверка
tech-check-text = С этого момента вас ждут, чтобы проверить камеру и микрофон: { $moment }.
tech-check-none = не назначена
tech-check-set = Назначить
appearing-done-confirmed = Ваше участие подтверждено. Спасибо.
appearing-done-declined = Организатор знает, что вы не участвуете.
appearing-done-already = Это уже было отмечено.
appearing-done-late = Здесь это изменить уже нельзя. Напишите организатору.
appearing-done-words = Ваш текст сохранён.
appearing-done-photo = Ваша фотография сохранена.
appearing-done-photo-gone = Ваша фотография удалена.

participants-title = Участники
participants-count = { $count ->
    [0] Пока никто не подтверждён.
    [one] Подтверждён { $count } человек.
    [few] Подтверждены { $count } человека.
    [many] Подтверждено { $count } человек.
   *[other] Подтверждено { $count } человек.
}
participants-text = Не передавайте эти имена другим.

done-lineup-added = Запись добавлена в состав.
done-lineup-changed = Сохранено.
done-lineup-state = Статус установлен.
done-lineup-note = Принято к сведению.
done-lineup-remove = Запись удалена.
done-lineup-revoke = Ссылка больше никуда не ведёт. Чтобы выдать новую, отправьте письмо ещё раз.
done-lineup-role = Порядок ролей изменён.
done-lineup-withdrawn = Участие отменено.
done-lineup-replaced = Замена внесена.
done-lineup-photo = Фотография сохранена.
done-lineup-invited = { $n ->
    [one] Отправлено { $n } письмо.
    [few] Отправлены { $n } письма.
    [many] Отправлено { $n } писем.
   *[other] Отправлено { $n } писем.
}
done-lineup-not-reached = Пригласить никого не удалось: не указан адрес или сессия уже прошла.
done-lineup-pasted = { $n ->
    [one] Добавлен { $n } человек.
    [few] Добавлены { $n } человека.
    [many] Добавлено { $n } человек.
   *[other] Добавлено { $n } человек.
}
done-person-added = Запись добавлена в справочник.
done-person-changed = Сохранено.
done-person-photo = Фотография сохранена.
done-person-removed = Запись удалена из справочника.
done-person-appears = Этот человек есть в одном из составов и остаётся в справочнике.
