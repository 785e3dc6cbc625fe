# The door: check-in, lists and badges.

check-in-list = Список для печати
check-in-badges = Бейджи
check-in-present = { $n ->
    [one] участник на месте, в зале ожидается { $expected }
    [few] участника на месте, в зале ожидается { $expected }
    [many] участников на месте, в зале ожидается { $expected }
   *[other] участников на месте, в зале ожидается { $expected }
}
check-in-over = Эта сессия закончилась, или мероприятие не состоится. Отмечать прибывших всё ещё можно.
check-in-session = Сессия
check-in-words = Имя или организация
check-in-who = Показать
check-in-who-all = Всех
check-in-who-expected = Кого ещё ждём
check-in-who-present = Кто уже на месте
check-in-headset = Наушники: { $language }
check-in-headset-column = Наушники
check-in-came = Прибытие: { $moment } ({ $who })
check-in-button = Отметить
check-in-undo = Снять отметку
check-in-none-title = Никого не нашлось
check-in-none-text = Здесь только те, чьё участие подтверждено. Введите меньше букв имени или выберите другую сессию.
check-in-other-sessions = Другие сессии
check-in-no-place = У этого человека нет подтверждённого места. Решение за организатором.
check-in-all = К отметке на входе
check-in-print-hint = Распечатайте эту страницу из браузера (Ctrl P).
check-in-there = На месте
badges-none-text = Бейджи — для тех, чьё очное участие подтверждено.
badge-rules-chatham_house = Правило Чатем-Хауса
badge-rules-on_record = Высказывания можно цитировать
badge-no-photos = Без фотосъёмки.
badge-recorded = Ведётся запись.
own-code-title = Для входа
own-code-label = Код для отметки на входе
own-code-text = Покажите этот код на входе — на телефоне или на бумаге. Достаточно и назвать своё имя.
done-checked-in = Прибытие отмечено.
done-checked-in-before = Прибытие уже было отмечено.
done-check-in-undone = Отметка снята.
done-no-place = Прибытие не отмечено: нет подтверждённого места на этой сессии.
