/** Languages of the page, in the order of the columns below. */
export const languages = ['en', 'az', 'ru', 'tr'] as const;

/** A language of the page. */
export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  az: 'Azərbaycanca',
  ru: 'Русский',
  tr: 'Türkçe',
};

/** Every word of the page: English | Azerbaijani | Russian | Turkish. {name} is filled in. */
const table = {
  // The stage
  brand: 'Phone | Telefon | Телефон | Telefon',
  people: 'People | İnsanlar | Люди | Kişiler',
  addPerson: 'Add a person | Adam əlavə et | Добавить человека | Kişi ekle',
  phones: 'Phones side by side | Yanaşı telefonlar | Телефоны рядом | Yan yana telefonlar',
  phoneCount: 'Phones: {n} | Telefon: {n} | Телефонов: {n} | Telefon: {n}',
  closePhone: 'Close this phone | Bu telefonu bağla | Закрыть этот телефон | Bu telefonu kapat',
  phoneOf: 'Phone of {name} | {name} – telefonu | Телефон: {name} | {name} – telefonu',
  theme: 'Appearance | Görünüş | Оформление | Görünüm',
  themeSystem: 'As the system | Sistemdəki kimi | Как в системе | Sistemle aynı',
  themeLight: 'Light | Açıq | Светлое | Açık',
  themeDark: 'Dark | Tünd | Тёмное | Koyu',
  language: 'Language | Dil | Язык | Dil',
  settings: 'Settings | Ayarlar | Настройки | Ayarlar',
  developer: 'Faults | Nasazlıqlar | Сбои | Arızalar',
  close: 'Close | Bağla | Закрыть | Kapat',
  cancel: 'Cancel | Ləğv et | Отмена | Vazgeç',
  back: 'Back | Geri | Назад | Geri',
  offline:
    'The sandbox is not answering. Reconnecting… | Sandbox cavab vermir. Yenidən qoşulur… | Песочница не отвечает. Подключаемся снова… | Sandbox yanıt vermiyor. Yeniden bağlanılıyor…',
  connecting: 'Connecting… | Qoşulur… | Подключение… | Bağlanıyor…',
  failed: 'That did not work: {why} | Alınmadı: {why} | Не получилось: {why} | Olmadı: {why}',

  // Welcome and people
  welcomeTitle: 'Who are you today? | Bu gün kimsiniz? | Кем будете сегодня? | Bugün kimsiniz?',
  welcomeText:
    'Add a person to get a phone of their own. Play as many as you like, side by side. | Adam əlavə edin, onun öz telefonu olacaq. İstədiyiniz qədər adamı yanaşı oynaya bilərsiniz. | Добавьте человека, и у него появится свой телефон. Играйте за скольких угодно, бок о бок. | Bir kişi ekleyin, kendi telefonu olsun. İstediğiniz kadar kişiyi yan yana oynayın.',
  firstName: 'First name | Ad | Имя | Ad',
  lastName: 'Last name | Soyad | Фамилия | Soyad',
  username: 'Username | İstifadəçi adı | Имя пользователя | Kullanıcı adı',
  theirLanguage: 'Telegram language | Telegram dili | Язык Telegram | Telegram dili',
  premium: 'Telegram Premium | Telegram Premium | Telegram Premium | Telegram Premium',
  optional: 'optional | məcburi deyil | необязательно | isteğe bağlı',
  add: 'Add | Əlavə et | Добавить | Ekle',

  // The clock
  clock: 'Sandbox time | Sandbox vaxtı | Время песочницы | Sandbox saati',
  clockTitle: 'Turn the clock | Saatı irəli çək | Перевести часы | Saati ileri al',
  clockText:
    'Everything that falls due in between happens. | Bu arada vaxtı çatan hər şey baş verir. | Всё, чему пора случиться, случится. | Arada vakti gelen her şey olur.',
  clockReal: 'Real time | Real vaxt | Настоящее время | Gerçek zaman',
  clockAhead: '{offset} ahead | {offset} irəlidə | впереди на {offset} | {offset} ileride',
  plusMinute: '+1 min | +1 dəq | +1 мин | +1 dk',
  plusQuarter: '+15 min | +15 dəq | +15 мин | +15 dk',
  plusHour: '+1 h | +1 saat | +1 ч | +1 sa',
  plusDay: '+1 day | +1 gün | +1 день | +1 gün',
  custom: 'Another step | Başqa addım | Другой шаг | Başka adım',
  minutes: 'minutes | dəqiqə | минут | dakika',
  hours: 'hours | saat | часов | saat',
  days: 'days | gün | дней | gün',
  turn: 'Turn | İrəli çək | Перевести | İleri al',
  daysShort: '{n} d | {n} gün | {n} д | {n} g',
  hoursShort: '{n} h | {n} saat | {n} ч | {n} sa',
  minutesShort: '{n} min | {n} dəq | {n} мин | {n} dk',

  // Faults
  faultsText:
    'What goes wrong with the next calls of the bot. | Botun növbəti sorğularında nə pozulsun. | Что пойдёт не так в следующих вызовах бота. | Botun sonraki çağrılarında ne ters gitsin.',
  fault429: '429 Too many requests | 429 Həddən çox sorğu | 429 Слишком много запросов | 429 Çok fazla istek',
  fault500: '500 Server error | 500 Server xətası | 500 Ошибка сервера | 500 Sunucu hatası',
  faultDropBefore:
    'Connection cut before the effect | Əlaqə icradan əvvəl kəsilir | Обрыв до выполнения | İşlemden önce bağlantı kopar',
  faultDropAfter:
    'Connection cut after the effect | Əlaqə icradan sonra kəsilir | Обрыв после выполнения | İşlemden sonra bağlantı kopar',
  faultSlow: 'Slow answers, 3 s | Yavaş cavab, 3 san | Медленные ответы, 3 с | Yavaş yanıt, 3 sn',
  faultOnce: 'Next call | Növbəti sorğu | Следующий вызов | Sonraki çağrı',
  faultTen: 'Next 10 | Növbəti 10 | Следующие 10 | Sonraki 10',
  faultOften: '1 in 5 | Hər 5-dən biri | Каждый пятый | 5’te 1',
  faultsClear: 'All well again | Hamısını söndür | Снова всё хорошо | Hepsini kapat',
  faultsNone: 'Nothing is being broken. | Heç nə pozulmur. | Ничего не ломается. | Hiçbir şey bozulmuyor.',
  faultTimes: '{n} left | {n} qalıb | осталось {n} | {n} kaldı',

  // The list of chats
  chats: 'Chats | Söhbətlər | Чаты | Sohbetler',
  search:
    'Search, @name or t.me link | Axtar, @ad və ya t.me linki | Поиск, @имя или ссылка t.me | Ara, @ad veya t.me bağlantısı',
  newChat: 'New chat | Yeni söhbət | Новый чат | Yeni sohbet',
  newGroup: 'New group | Yeni qrup | Новая группа | Yeni grup',
  newForum: 'New group with topics | Mövzulu yeni qrup | Группа с темами | Konulu yeni grup',
  newChannel: 'New channel | Yeni kanal | Новый канал | Yeni kanal',
  title: 'Title | Başlıq | Название | Başlık',
  create: 'Create | Yarat | Создать | Oluştur',
  joinNamed: 'Join @{name} | @{name} – qoşul | Вступить в @{name} | @{name} – katıl',
  addMember: 'Add people or bots | Adam və ya bot əlavə et | Добавить людей и ботов | Kişi veya bot ekle',
  memberAdded: 'Added: {name} | Əlavə olundu: {name} | Добавлено: {name} | Eklendi: {name}',
  asAdmin: 'admin | admin | админ | yönetici',
  newTopic: 'New topic | Yeni mövzu | Новая тема | Yeni konu',
  leave: 'Leave | Çıx | Выйти | Ayrıl',
  bots: 'Bots here | Buradakı botlar | Боты здесь | Buradaki botlar',
  bot: 'bot | bot | бот | bot',
  group: 'group | qrup | группа | grup',
  forum: 'group with topics | mövzulu qrup | группа с темами | konulu grup',
  channel: 'channel | kanal | канал | kanal',
  noChats: 'No chats yet | Hələ söhbət yoxdur | Чатов пока нет | Henüz sohbet yok',
  noChatsText:
    'Write to a bot below, or make a group. | Aşağıdakı bota yazın və ya qrup yaradın. | Напишите боту ниже или создайте группу. | Aşağıdaki bota yazın ya da grup oluşturun.',
  nothingFound: 'Nothing found | Heç nə tapılmadı | Ничего не найдено | Bir şey bulunamadı',
  nothingFoundText:
    'Try a @username or paste a t.me link. | @ad yazın və ya t.me linkini yapışdırın. | Введите @имя или вставьте ссылку t.me. | @ad yazın ya da t.me bağlantısını yapıştırın.',
  unread: 'Unread: {n} | Oxunmamış: {n} | Непрочитанных: {n} | Okunmamış: {n}',
  you: 'You | Siz | Вы | Siz',
  topics: 'Topics | Mövzular | Темы | Konular',
  general: 'General | Ümumi | Общее | Genel',
  allMessages: 'All messages | Bütün mesajlar | Все сообщения | Tüm mesajlar',
  closed: 'closed | bağlıdır | закрыта | kapalı',
  noTopics: 'No topics yet | Hələ mövzu yoxdur | Тем пока нет | Henüz konu yok',

  // A conversation
  typing: 'typing… | yazır… | печатает… | yazıyor…',
  message: 'Message | Mesaj | Сообщение | Mesaj',
  messages: 'Messages | Mesajlar | Сообщения | Mesajlar',
  caption: 'Add a caption | Başlıq yaz | Добавьте подпись | Açıklama ekle',
  send: 'Send | Göndər | Отправить | Gönder',
  attach: 'Attach | Əlavə et | Прикрепить | Ekle',
  voice: 'Record a voice message | Səsli mesaj yaz | Записать голосовое | Sesli mesaj kaydet',
  voiceStop: 'Send the voice message | Səsli mesajı göndər | Отправить голосовое | Sesli mesajı gönder',
  recording: 'Recording {time} | Yazılır {time} | Запись {time} | Kayıt {time}',
  attachPhoto: 'Photo or video | Foto və ya video | Фото или видео | Fotoğraf veya video',
  attachFile: 'File | Fayl | Файл | Dosya',
  attachSample: 'Sample screenshot | Nümunə skrinşot | Пример скриншота | Örnek ekran görüntüsü',
  attachPlace: 'Location | Məkan | Геопозиция | Konum',
  attachContact: 'My contact | Mənim nömrəm | Мой контакт | Kişi kartım',
  removeFile: 'Remove {name} | {name} – sil | Убрать {name} | {name} – kaldır',
  dropHere: 'Drop to attach | Əlavə etmək üçün buraxın | Отпустите, чтобы прикрепить | Eklemek için bırakın',
  left: '{n} left | {n} qalıb | осталось {n} | {n} kaldı',
  tooLong: '{n} too many | {n} artıqdır | лишних: {n} | {n} fazla',
  notSent:
    'Not sent, your words are kept: {why} | Göndərilmədi, yazdığınız qalır: {why} | Не отправлено, текст сохранён: {why} | Gönderilmedi, yazdıklarınız duruyor: {why}',
  start: 'Start | Başla | Начать | Başlat',
  restart: 'Unblock and restart | Bloku aç və başla | Разблокировать и начать | Engeli kaldır ve başlat',
  botIntro:
    'Press Start and the bot answers. | Başla düyməsinə basın, bot cavab verəcək. | Нажмите «Начать», и бот ответит. | Başlat’a basın, bot yanıtlasın.',
  emptyChat:
    'No messages here yet | Burada hələ mesaj yoxdur | Здесь пока нет сообщений | Burada henüz mesaj yok',
  onlyAdmins:
    'Only admins post here | Burada yalnız adminlər yazır | Здесь пишут только админы | Burada yalnızca yöneticiler yazar',
  topicClosed: 'This topic is closed | Bu mövzu bağlıdır | Эта тема закрыта | Bu konu kapalı',
  commands: 'Commands | Əmrlər | Команды | Komutlar',
  keyboard: 'Show the keyboard | Klaviaturanı göstər | Показать клавиатуру | Klavyeyi göster',
  hideKeyboard: 'Hide the keyboard | Klaviaturanı gizlət | Скрыть клавиатуру | Klavyeyi gizle',
  chatMenu: 'Chat menu | Söhbət menyusu | Меню чата | Sohbet menüsü',
  blockBot: 'Block the bot | Botu blokla | Заблокировать бота | Botu engelle',
  unblockBot: 'Unblock the bot | Botun blokunu aç | Разблокировать бота | Botun engelini kaldır',
  copyLink: 'Copy the link | Linki kopyala | Скопировать ссылку | Bağlantıyı kopyala',
  blocked: 'blocked | bloklanıb | заблокирован | engellendi',
  edited: 'edited | düzəldilib | изменено | düzenlendi',
  sent: 'Sent | Göndərilib | Отправлено | Gönderildi',
  pinned: 'Pinned message | Bərkidilmiş mesaj | Закреплённое сообщение | Sabitlenmiş mesaj',
  scrollDown: 'To the newest | Ən yenilərə | К последним | En yenilere',
  earlier: 'Show earlier | Əvvəlkilər | Показать ранние | Öncekileri göster',
  today: 'Today | Bu gün | Сегодня | Bugün',
  yesterday: 'Yesterday | Dünən | Вчера | Dün',
  forwardedFrom: 'Forwarded from {name} | {name} – yönləndirilib | Переслано от {name} | {name} – iletildi',
  someone: 'someone | kimsə | кого-то | birisi',
  reply: 'Reply | Cavabla | Ответить | Yanıtla',
  replyTo: 'Reply to {name} | {name} – cavab | Ответ: {name} | {name} – yanıt',
  editing: 'Editing | Düzəliş | Редактирование | Düzenleme',
  edit: 'Edit | Düzəlt | Изменить | Düzenle',
  save: 'Save | Saxla | Сохранить | Kaydet',
  copy: 'Copy text | Mətni kopyala | Скопировать текст | Metni kopyala',
  copied: 'Copied | Kopyalandı | Скопировано | Kopyalandı',
  forward: 'Forward | Yönləndir | Переслать | İlet',
  forwardTo: 'Forward to… | Kimə yönləndirilsin… | Переслать… | Kime iletilsin…',
  forwarded: 'Forwarded | Yönləndirildi | Переслано | İletildi',
  delete: 'Delete | Sil | Удалить | Sil',
  react: 'React with {emoji} | {emoji} reaksiyası | Реакция {emoji} | {emoji} tepkisi',
  messageMenu: 'Message menu | Mesaj menyusu | Меню сообщения | Mesaj menüsü',
  open: 'Open | Aç | Открыть | Aç',
  ok: 'OK | Oldu | ОК | Tamam',
  noAnswer:
    'The bot has not answered yet | Bot hələ cavab verməyib | Бот пока не ответил | Bot henüz yanıt vermedi',
  unsupportedButton:
    'This button does nothing in the sandbox | Bu düymə sandboxda işləmir | Эта кнопка в песочнице не действует | Bu düğme sandbox’ta çalışmıyor',
  shareContact:
    'Share your phone number? | Nömrəniz paylaşılsın? | Поделиться номером? | Numaranız paylaşılsın mı?',
  shareContactText:
    'The bot will see {phone}. | Bot {phone} nömrəsini görəcək. | Бот увидит {phone}. | Bot {phone} numarasını görecek.',
  share: 'Share | Paylaş | Поделиться | Paylaş',
  webApp: 'Web App of {name} | {name} – veb tətbiqi | Веб-приложение {name} | {name} – web uygulaması',
  leaveApp:
    'Close? Changes may be lost. | Bağlansın? Dəyişikliklər itə bilər. | Закрыть? Изменения могут пропасть. | Kapatılsın mı? Değişiklikler kaybolabilir.',
  webAppTitle: 'Mini App | Mini tətbiq | Мини-приложение | Mini Uygulama',
  reload: 'Reload | Yenilə | Обновить | Yenile',

  // What a message is, in one word
  photo: 'Photo | Foto | Фото | Fotoğraf',
  video: 'Video | Video | Видео | Video',
  gif: 'GIF | GIF | GIF | GIF',
  videoNote: 'Video message | Videomesaj | Видеосообщение | Görüntülü mesaj',
  voiceMessage: 'Voice message | Səsli mesaj | Голосовое сообщение | Sesli mesaj',
  audio: 'Audio | Audio | Аудио | Ses dosyası',
  file: 'File | Fayl | Файл | Dosya',
  sticker: 'Sticker | Stiker | Стикер | Çıkartma',
  location: 'Location | Məkan | Геопозиция | Konum',
  contact: 'Contact | Kontakt | Контакт | Kişi',
  poll: 'Poll | Sorğu | Опрос | Anket',
  votes: 'Votes: {n} | Səs: {n} | Голосов: {n} | Oy: {n}',
  unsupported:
    'This kind of message is not drawn here | Bu mesaj növü burada göstərilmir | Такие сообщения здесь не рисуются | Bu tür mesaj burada çizilmiyor',
  showSpoiler: 'Show the hidden part | Gizli hissəni göstər | Показать скрытое | Gizli kısmı göster',
  play: 'Play | Oxut | Воспроизвести | Oynat',
  pause: 'Pause | Dayandır | Пауза | Duraklat',
  download: 'Download {name} | {name} – endir | Скачать {name} | {name} – indir',
  viewPhoto: 'Open the photo | Fotonu aç | Открыть фото | Fotoğrafı aç',
  cannotPlay: 'cannot be played | oxudula bilmir | не воспроизводится | oynatılamıyor',

  checklist: 'Checklist | Siyahı | Список задач | Yapılacaklar',
  onlyYou:
    'Only you see this | Bunu yalnız siz görürsünüz | Видно только вам | Bunu yalnızca siz görüyorsunuz',
  thinking: 'Thinking… | Düşünür… | Думает… | Düşünüyor…',
  stopDraft: 'Stop | Dayandır | Остановить | Durdur',
  viaBot: 'via @{name} | @{name} vasitəsilə | через @{name} | @{name} aracılığıyla',
  byBot: 'sent by {name} | göndərən: {name} | отправил(а) {name} | gönderen: {name}',
  comment: 'Comment | Şərh yaz | Комментировать | Yorum yap',
  commentOn: 'Comment on the post | Paylaşıma şərh | Комментарий к записи | Gönderiye yorum',
  commented: 'Your comment was sent | Şərhiniz göndərildi | Комментарий отправлен | Yorumunuz gönderildi',
  writeToChannel: 'Write to the channel | Kanala yaz | Написать каналу | Kanala yaz',
  directMessages: 'direct messages | birbaşa mesajlar | личные сообщения | doğrudan mesajlar',
  person: 'person | şəxs | человек | kişi',
  newPrivate: 'New message | Yeni mesaj | Новое сообщение | Yeni mesaj',
  inlineResults: 'What @{name} offers | @{name} təklif edir | Предлагает @{name} | @{name} öneriyor',
  inlineNothing: 'Nothing found | Heç nə tapılmadı | Ничего не нашлось | Sonuç yok',
  requestSent: 'Your request was sent | Sorğunuz göndərildi | Ваша заявка отправлена | İsteğiniz gönderildi',
  business: 'Chatbot in my chats | Söhbətlərimdə çatbot | Чат-бот в моих чатах | Sohbetlerimde bot',
  businessText:
    'A bot that you connect reads your chats with people and may answer in your name. | Qoşduğunuz bot insanlarla söhbətlərinizi oxuyur və adınızdan cavab verə bilər. | Подключённый бот читает ваши чаты с людьми и может отвечать от вашего имени. | Bağladığınız bot kişilerle sohbetlerinizi okur ve adınıza yanıt verebilir.',
  businessNone:
    'No bot here can be connected | Qoşula bilən bot yoxdur | Нет ботов, которых можно подключить | Bağlanabilecek bot yok',
  connect: 'Connect | Qoş | Подключить | Bağla',
  disconnect: 'Disconnect | Ayır | Отключить | Bağlantıyı kes',
  mayReply: 'Reply to messages | Mesajlara cavab vermək | Отвечать на сообщения | Mesajlara yanıt vermek',
  mayRead: 'Mark as read | Oxunmuş etmək | Отмечать прочитанными | Okundu olarak işaretlemek',
  mayDeleteSent:
    'Delete its own messages | Öz mesajlarını silmək | Удалять свои сообщения | Kendi mesajlarını silmek',
  mayDeleteAll: 'Delete any message | İstənilən mesajı silmək | Удалять любые сообщения | Her mesajı silmek',
  managesChat:
    '{name} manages this chat | {name} bu söhbəti idarə edir | {name} ведёт этот чат | Bu sohbeti {name} yönetiyor',
  manage: 'Manage | İdarə et | Управлять | Yönet',
  accent: 'Colour of the phones | Telefonların rəngi | Цвет телефонов | Telefonların rengi',
  accentBlue: 'Blue | Mavi | Синий | Mavi',
  accentGreen: 'Green | Yaşıl | Зелёный | Yeşil',
  accentRose: 'Rose | Çəhrayı | Розовый | Pembe',

  // Service messages
  srvDone:
    '{name} ticked off a task | {name} bir işi bitirdi | {name}: задача выполнена | {name} bir işi tamamladı',
  srvUndone:
    '{name} reopened a task | {name} işi yenidən açdı | {name}: задача снова открыта | {name} bir işi yeniden açtı',
  srvTasksAdded: '{name} added tasks | {name} iş əlavə etdi | {name}: новые задачи | {name} iş ekledi',
  srvJoined: '{name} joined | {name} qoşuldu | {name} теперь в чате | {name} katıldı',
  srvAdded:
    '{name} added {other} | {name} əlavə etdi: {other} | {name} добавил(а): {other} | {name} ekledi: {other}',
  srvLeft: '{name} left | {name} çıxdı | {name} больше не в чате | {name} ayrıldı',
  srvRemoved:
    '{name} removed {other} | {name} çıxardı: {other} | {name} удалил(а): {other} | {name} çıkardı: {other}',
  srvCreated: 'Created: “{title}” | Yaradıldı: “{title}” | Создано: «{title}» | Oluşturuldu: “{title}”',
  srvRenamed: 'Renamed to “{title}” | Yeni ad: “{title}” | Новое название: «{title}» | Yeni ad: “{title}”',
  srvPinned:
    '{name} pinned a message | {name} mesajı bərkitdi | {name} закрепил(а) сообщение | {name} bir mesaj sabitledi',
  srvTopicCreated:
    'Topic created: {title} | Mövzu yaradıldı: {title} | Тема создана: {title} | Konu açıldı: {title}',
  srvTopicEdited:
    'Topic renamed: {title} | Mövzunun adı: {title} | Тема переименована: {title} | Konunun yeni adı: {title}',
  srvTopicClosed: 'Topic closed | Mövzu bağlandı | Тема закрыта | Konu kapatıldı',
  srvTopicReopened: 'Topic reopened | Mövzu yenidən açıldı | Тема открыта снова | Konu yeniden açıldı',
  srvMigrated:
    'The group became a supergroup | Qrup superqrupa çevrildi | Группа стала супергруппой | Grup süper gruba dönüştü',
  srvWebApp:
    'Data sent by “{title}” | Məlumat göndərildi: “{title}” | Данные отправлены: «{title}» | Veri gönderildi: “{title}”',
  srvShared: 'Shared with the bot | Botla paylaşıldı | Отправлено боту | Botla paylaşıldı',
  srvWriteAllowed:
    'The bot may write to you | Bot sizə yaza bilər | Боту разрешено писать | Bot size yazabilir',
} as const;

/** A word's key. */
export type Word = keyof typeof table;

/** Fills a word in one language; `{name}` places take the values. */
export type Say = (word: Word, values?: Record<string, string | number>) => string;

const columns = Object.entries(table).map(
  ([word, row]) => [word, row.split('|').map((cell) => cell.trim())] as const,
);

/** The words as they stand in the table, by key: one cell for each language. */
export const rows: ReadonlyMap<string, readonly string[]> = new Map(columns);

/** Words of a language. */
export const speak = (language: Language): Say => {
  const column = languages.indexOf(language);
  return (word, values = {}) =>
    (rows.get(word)?.[column] ?? word).replace(/\{(\w+)\}/g, (place, name: string) =>
      String(values[name] ?? place),
    );
};
