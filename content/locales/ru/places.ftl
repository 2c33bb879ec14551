# Канал и группа: закреплённые сообщения, тихие ответы и настройка.

place-help =
    Нужна помощь 24/7? Нажмите «Поддержка»: бот откроет обращение за 30 секунд.
    Статус и срок будут в его ответе. Кто пишет от нашего имени: смотрите второй закреп.
place-help-button = Поддержка
place-accounts =
    От имени { $desk } пишут только эти аккаунты.
    Мы никогда не пишем первыми о деньгах и не просим пароли и коды.

# keys: quiet-answer-*
quiet-answer = Похоже, это личный вопрос, а здесь читают все. Нажмите кнопку: бот возьмёт ваши слова с собой, и прочтём их только мы.
quiet-answer-asked = Я помогаю в личном чате: там читаем только мы.
quiet-answer-carry = Перенести в бот
quiet-answer-open = Открыть бот

setup-title = Площадки { $desk } в Telegram
setup-place-none = ▫️ { $kind }: пока не выбрано
setup-place-checking = ⏳ { $kind } «{ $title }»: смотрю, что мне там разрешено
setup-place-ready = ✅ { $kind } «{ $title }»
setup-place-lacks = ⚠️ { $kind } «{ $title }»
setup-topics = Темы: { $topics }
setup-next = Остальное сделаю сам, как только получу права. После изменений нажмите «Проверить».
setup-done = Всё на месте. Проверяю каждые полчаса.
setup-use-channel = Канал «{ $title }»
setup-use-group = Группа «{ $title }»
setup-add-channel = Добавить меня в канал
setup-add-group = Добавить меня в группу
setup-check = Проверить
setup-begun = Принимаюсь за дело. Темы и закрепы появятся через минуту; чего не хватает, написано в нашем чате.
setup-open = Открыть чат
setup-which-topic = Какая это тема?
setup-adopted = Готово. Теперь это она.
setup-not-yours = Эта кнопка для тех, кто ведёт группу.

# keys: error-place-*
error-place-unknown = Бот там не администратор. Назначьте его и выберите снова.
