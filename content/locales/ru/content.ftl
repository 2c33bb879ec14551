# Kinds of messages: what the desk cannot show.

content-unsupported =
    Такое сообщение мы пока не можем открыть.
    Оно сохранено. Пришлите, пожалуйста, текст, фото или файл.
