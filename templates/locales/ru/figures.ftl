# How many registered: charts, their tables, and the report after an event.

figures-title = Статистика
figures-intro = Все, кто зарегистрировался, кроме отменивших регистрацию и получивших отказ. Данные на момент: { $moment }.
figures-empty-title = Пока никто не зарегистрировался
figures-empty-text = Как только появятся первые регистрации, эта страница покажет их по дням, языкам, странам и организациям. Чтобы начать, поделитесь страницей мероприятия.
figures-empty-draft = Сначала опубликуйте мероприятие. Когда начнётся регистрация, эта страница покажет её по дням, языкам, странам и организациям.
figures-to-event = Открыть страницу мероприятия
figures-to-overview = Назад к обзору
figures-to-report = Отчёт о мероприятии
figures-table = Цифры в таблице
figures-scroll = Диаграмма, прокручивается вбок
figures-download = Скачать
figures-sources-title = Узнайте, какая ссылка привела людей
figures-sources-text = Добавьте к адресу формы ?source= и любое короткое слово, для каждого партнёра — своё. Тогда здесь будет видно, сколько людей пришло по каждой ссылке.

figures-title-days = Регистрации по дням
figures-title-states = По статусам
figures-title-attendance = Явка
figures-title-languages = По языкам
figures-title-modes = По форматам участия
figures-title-countries = По странам
figures-title-organisations = По организациям
figures-title-sources = По ссылкам
figures-title-sessions = Посещаемость по сессиям

figures-column-day = День
figures-column-week = Неделя с
figures-column-new = Новых
figures-column-total = Всего
figures-column-states = Статус
figures-column-attendance = Явка
figures-column-languages = Язык
figures-column-modes = Формат участия
figures-column-countries = Страна
figures-column-organisations = Организация
figures-column-sources = Ссылка
figures-column-session = Сессия
figures-column-people = Человек
figures-column-percent = Процент

figures-state-unconfirmed = Адрес не подтверждён
figures-state-pending = Ждёт решения
figures-state-waitlisted = В листе ожидания
figures-state-confirmed = Есть место
figures-state-declined = Отказано
figures-state-cancelled = Регистрация отменена
figures-attendance-came = Отмечены на входе
figures-attendance-absent = Не отмечены

figures-silent = Не указано
figures-silent-source = Без особой ссылки
figures-others = Все остальные
figures-few = Малые группы
figures-untold = не показано

figures-people = { $count ->
    [one] { $count } человек
    [few] { $count } человека
    [many] { $count } человек
   *[other] { $count } человек
}
figures-share = { $count } ({ $percent } %)
figures-part = { $name } — { $count }
figures-summary = { $people }. Из них: { $parts }.
figures-summary-days = Зарегистрировано: { $people }. Первый день: { $first }, последний день: { $last }. Больше всего регистраций: { $busiest } — { $most }. Окончание регистрации: { $closes }.

figures-scale-new = Новых
figures-scale-total = Всего
figures-closing = Окончание регистрации
figures-legend-day = Новых за день
figures-legend-week = Новых за неделю
figures-legend-total = Всего к этому дню
figures-date = { $day } { $month }

report-title = Отчёт
report-running = Мероприятие ещё не закончилось: пока цифры такие.
report-print = Чтобы сохранить страницу в PDF, распечатайте её из браузера.
report-full = Показано всё. Группы меньше 5 человек — только для организаторов.
report-shared = Группы меньше 5 человек не показаны, чтобы никого нельзя было узнать.
report-to-shared = Версия для всех
report-to-full = Версия для организаторов
report-facts = Мероприятие
report-lineup = Состав выступающих
report-lineup-empty = В составе пока никто не подтверждён.
report-numbers = Цифры
report-registered = Зарегистрировались
report-confirmed = Получили место
report-withdrawn = Отменили регистрацию
