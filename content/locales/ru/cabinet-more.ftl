# The cabinet: what its other screens say. They are fetched after the first one.

# keys: cabinet-wrong-*
# keys: cabinet-helpful-*
cabinet-optional = необязательно
cabinet-wrong-missing = Это нужно заполнить.
cabinet-wrong-too-long = Слишком длинно. Сократите.
cabinet-wrong-no-number = Напишите число, например 25,50.
cabinet-wrong-too-small = Не меньше { $bound }.
cabinet-wrong-too-large = Не больше { $bound }.
cabinet-wrong-no-date = Такого дня нет. Выберите другой.
cabinet-wrong-no-choice = Выберите из списка.
cabinet-wrong-no-phone = Напишите номер с кодом, например +994 50 123 45 67.
cabinet-wrong-no-email = Напишите адрес, например name@mail.com.
cabinet-wrong-other-pattern = Он выглядит так: { $example }.
cabinet-form-changed = Вопросы здесь изменились
cabinet-form-new = Теперь спрашиваем: { $fields }
cabinet-form-gone = Больше не спрашиваем. Вы написали:
cabinet-form-keep = Добавить к моим словам
cabinet-form-seen = Понятно
cabinet-currency = Валюта
cabinet-suggest = Возможно, ответ уже есть
cabinet-suggest-hint = Пока вы смотрите, написанное остаётся здесь.
cabinet-attach = Добавить снимок или файл
cabinet-attach-hint = До 20 МБ каждый. Личное на снимке можно закрыть.
cabinet-files = Файлы
cabinet-files-many = В одном сообщении — не больше { $most } файлов. Остальные отправьте следом.
cabinet-file-empty = «{ $name }» пуст. Выберите другой файл.
cabinet-file-large = «{ $name }» занимает { $size }, а можно до 20 МБ. Отправьте файл поменьше.
cabinet-file-going = { $name }: отправляется
cabinet-file-waiting = Продолжится само, как только появится связь.
cabinet-file-again = Отправить { $name } ещё раз
cabinet-file-remove = Убрать { $name }
cabinet-file-save = Сохранить { $name }
cabinet-uploading = Файлы отправляются
cabinet-picture-words = Что на снимке?
cabinet-picture-broken = Снимок не открывается, и закрыть на нём ничего нельзя. Сделайте его скриншот и выберите скриншот.
cabinet-picture-none = Снимок сейчас не показать.
cabinet-view = Снимки
cabinet-view-place = { $at } из { $count }
cabinet-view-previous = Предыдущий снимок
cabinet-view-next = Следующий снимок
cabinet-mask = Закройте личное
cabinet-mask-how = Проведите пальцем. Закрытое не покинет ваш телефон.
cabinet-mask-keys = Стрелки двигают прямоугольник, с Shift меняют размер, Delete убирает его.
cabinet-mask-tools = Инструменты
cabinet-mask-add = Добавить прямоугольник
cabinet-mask-undo = Отменить
cabinet-mask-remove = Удалить прямоугольник
cabinet-mask-smaller = Уменьшить
cabinet-mask-larger = Увеличить
cabinet-mask-move = Двигать снимок
cabinet-mask-box = Прямоугольник { $number }
cabinet-mask-count =
    { $count ->
        [0] Ничего не закрыто.
        [one] Закрыто { $count } место.
        [few] Закрыто { $count } места.
       *[other] Закрыто { $count } мест.
    }
cabinet-mask-use = Добавить с закрытым
cabinet-mask-use-plain = Добавить как есть
cabinet-help-search = Поиск по инструкциям
cabinet-help-popular = Читают чаще всего
cabinet-help-results = Нашлось
cabinet-help-found =
    { $count ->
        [0] Ничего не нашлось.
        [one] Нашлась { $count } инструкция.
        [few] Нашлись { $count } инструкции.
       *[other] Нашлось { $count } инструкций.
    }
cabinet-help-none = Ничего не подошло
cabinet-help-none-hint = Попробуйте другие слова или спросите человека.
cabinet-help-empty = Инструкций пока нет
cabinet-help-empty-hint = Спросите человека: ответ придёт прямо сюда.
cabinet-help-still = Не нашли, что искали?
cabinet-help-ask = Спросить человека
cabinet-help-more = Ещё об этом
cabinet-help-files = Файлы
cabinet-help-gone = Этой инструкции больше нет
cabinet-help-gone-hint = Поищите её другими словами.
cabinet-help-updated = обновлено { $at }
cabinet-helpful-ask = Это помогло?
cabinet-helpful-yes = Рады, что помогло.
cabinet-helpful-no = Спасибо, мы её исправим. Сейчас поможет человек.
cabinet-helpful-button-yes = Да
cabinet-helpful-button-no = Нет

cabinet-data = Мои данные
cabinet-copy = Получить копию моих данных
cabinet-copy-save = Сохранить копию
cabinet-copy-hint = Всё, что о вас хранится, вместе с файлами. Бот напишет, когда будет готово.
cabinet-copy-making = Копия готовится.
cabinet-copy-until = Доступна до { $at }. Каждая ссылка открывается один раз.
cabinet-erase = Удалить мои данные
cabinet-erase-goes = Что исчезнет: имя, сообщения и файлы, ответы, слова оценок и настройки — и здесь, и у всех сотрудников.
cabinet-erase-stays = Что останется: сам факт обращения, без вас, и подтверждение ваших согласий — этого требует закон. Переписку в Telegram вы удаляете сами.
cabinet-erase-open = Открытые вопросы закроются без ответа.
cabinet-erase-on = Понимаю, дальше
cabinet-erase-sure = Отменить это нельзя.
cabinet-erase-yes = Да, удалить всё
cabinet-erase-going = Данные удаляются. Эта страница закроется сама.
cabinet-taken-back = Сообщение отозвано
