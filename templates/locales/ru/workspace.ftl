# The workspace: what stands around its pages, signing in, the list of events.

nav-label = Рабочее пространство
nav-events = Мероприятия
nav-people = Люди
nav-team = Команда
nav-log = Журнал
nav-trash = Корзина
nav-account = Ваша учётная запись
nav-turn-to = Перейти: { $name }
nav-sign-out = Выйти

event-tabs-label = Это мероприятие
event-public-page = Публичная страница
tab-overview = Обзор
tab-edit = Сведения
tab-lineup = Состав
tab-registrations = Регистрации
tab-mail = Письма
tab-check-in = Отметка на входе
tab-figures = Статистика
tab-log = Журнал
event-state-draft = Черновик
event-state-published = Опубликовано
event-state-cancelled = Отменено
event-state-over = Прошло

sign-in-title = Вход
sign-in-lead = Для тех, кто организует здесь мероприятия. Укажите свой адрес, и вам придёт письмо с кодом.
sign-in-turned-back = Эта страница — для организаторов. Укажите свой адрес, и вам придёт письмо с кодом.
sign-in-anew = Способ входа и владельцев организации можно менять в течение 15 минут после входа. Укажите свой адрес, и вам придёт письмо с кодом; затем вы вернётесь сюда.
sign-in-email = Ваш адрес электронной почты
sign-in-email-missing = Укажите адрес электронной почты
sign-in-email-malformed = Укажите адрес в виде name@example.org
sign-in-submit = Прислать код
sign-in-code-title = Введите код
sign-in-code-lead = Если это адрес организатора, на него придёт письмо с кодом из 8 цифр; отправитель — { $sender }. Код действует { $count ->
    [one] { $count } минуту
    [few] { $count } минуты
    [many] { $count } минут
   *[other] { $count } минут
}, только в этом браузере.
sign-in-code = Код
sign-in-code-missing = Введите код из письма
sign-in-code-wrong = Это не код из последнего письма. Проверьте цифры или запросите новый код
sign-in-code-often = Слишком много попыток. Запросите новый код
sign-in-code-over = Этот код уже использован или устарел. Запросите новый
sign-in-code-submit = Войти
sign-in-code-again = Запросить новый код
sign-in-link-lead = По этой ссылке вы войдёте в этом браузере. Она действует один раз.
sign-in-link-submit = Войти

first-title = Добро пожаловать
first-lead = Здесь пока никто не организует мероприятий. Представьтесь — и всё начнётся с вас.
first-organisation = Название вашей организации
first-organisation-hint = В том виде, в каком его знают участники; оно стоит вверху каждой страницы.
first-name = Ваше имя
first-organisation-missing = Укажите название организации
first-name-missing = Укажите своё имя
first-submit = Начать

role-assistant = Ассистент
role-assistant-hint = Отмечает прибывших и видит списки без адресов
role-organiser = Организатор
role-organiser-hint = Ведёт мероприятия: страницы, состав, регистрации, письма
role-owner = Владелец
role-owner-hint = Полный доступ, включая команду

desk-home-title = Мероприятия
desk-home-new = Новое мероприятие
desk-home-event = Мероприятие
desk-home-when = Когда
desk-home-state = Статус
desk-home-taken = Занято мест
desk-home-waiting = Ждут
desk-home-past = Прошедшие и отменённые
desk-home-empty-title = Мероприятий пока нет
desk-home-empty-text = Для начала достаточно названия, даты, ссылки и срока окончания регистрации. До публикации мероприятие никто не увидит.

done-signed-in = Вы вошли.
done-language = Язык изменён.
done-invited = Приглашение отправлено.
done-invitation-withdrawn = Приглашение отозвано.
done-invitation-accepted = Вы в команде.
done-role-given = Роль изменена.
done-role-taken = Роль снята, сеансы во всех браузерах завершены.
done-last-owner = Ничего не изменено: команде нужен владелец. Сначала назначьте другого.
done-profile = Сохранено.
done-password-set = Пароль задан. Сеансы в других браузерах завершены.
done-password-removed = Пароль удалён. Для входа вы получаете код по почте.
done-device-added = Устройство добавлено. Сеансы в других браузерах завершены.
done-device-removed = Устройство удалено.
done-signed-out-elsewhere = Сеансы в других браузерах завершены.

copy = Скопировать
copied = Скопировано

sign-in-by-password = Войти по паролю
sign-in-by-code = Получить код по почте
sign-in-password = Пароль
sign-in-password-wrong = Адрес, пароль или одноразовый пароль неверен. Проверьте их или получите код по почте
sign-in-password-often = Слишком много попыток. Подождите четверть часа или получите код по почте
sign-in-device = Одноразовый пароль
sign-in-device-hint = То, что показывает ваше устройство, если вы его добавили.
sign-in-device-wrong = Сейчас устройство показывает другое. Дождитесь следующего пароля

invitation-title = Мероприятия вместе с командой «{ $organisation }»
invitation-accept = Принять
invitation-sign-in = Приглашение отправлено на { $email }, и у этого адреса здесь уже есть учётная запись. Войдите и примите приглашение.
invitation-sign-out = Приглашение отправлено на { $email }, а вы вошли как { $who }. Выйдите и откройте ссылку ещё раз.

team-name = Кто
team-role = Роль
team-event = Мероприятия
team-all-events = Все мероприятия
team-you = (это вы)
team-change = Изменить
team-remove = Снять роль
team-save = Сохранить
team-invited = Приглашённые
team-until = Действует до
team-withdraw = Отозвать
team-invite = Пригласить в команду
team-email = Адрес электронной почты
team-invite-submit = Отправить приглашение

account-name = Ваше имя
account-language = Язык страниц и писем
account-save = Сохранить
account-password-title = Пароль
account-password-lead = Он не обязателен: коды приходят по почте. Пароль выручит, если почта работает медленно.
account-password = Новый пароль
account-password-hint = Не короче { $count } знаков: целое предложение легко запомнить.
account-password-short = Введите не меньше 15 знаков: целое предложение легко запомнить
account-password-set = Задать пароль
account-password-change = Изменить пароль
account-password-remove = Удалить пароль
account-device-title = Одноразовые пароли
account-device-lead = Программа на телефоне каждые полминуты показывает новый пароль. С ней никто не войдёт, имея доступ только к вашей почте.
account-device-there = Устройство добавлено.
account-device-add = Добавить устройство
account-device-remove = Удалить устройство
account-browsers-title = Другие браузеры
account-browsers-end = Завершить сеансы в других браузерах
account-anew-title = Способ входа
account-anew-lead = Чтобы изменить способ входа, сначала войдите ещё раз. В этом браузере вы вошли больше 15 минут назад или через единый вход.
account-anew = Войти ещё раз
device-lead = Введите этот ключ в программу для одноразовых паролей на телефоне, а затем введите здесь то, что она покажет.
device-open = Открыть на этом устройстве
device-code = Что показывает устройство
device-code-wrong = Сейчас устройство показывает другое. Проверьте ключ или дождитесь следующего пароля
device-submit = Добавить устройство
