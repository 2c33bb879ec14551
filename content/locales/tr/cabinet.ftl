# The cabinet: what may go wrong there.

error-cabinet-link-spent = Bu bağlantı zaten kullanıldı ya da 10 dakikadan eski. Yenisi için bota /cabinet yazın.
error-launch-spent = Bu sayfa zaten bir kez açıldı. Kapatıp sohbetten yeniden açın.
error-launch-old = Bu sayfa çok uzun süre açık kaldı. Kapatıp sohbetten yeniden açın.
error-launch-forged = Telegram kim olduğunuzu doğrulamadı. Bu sayfayı botla sohbetten açın.
error-cabinet-session-ended = Bir süredir burada değildiniz. Sayfayı sohbetten yeniden açın.
error-ticket-ended = № { $ticket } kapandı. Yeniden açın ya da yeni bir soru sorun.
error-reopen-too-late = № { $ticket } epey önce kapandı. Yeni bir soru sorun: bize aynı hızla ulaşır.
error-rating-not-asked = № { $ticket } şu an değerlendirilemiyor.
error-time-zone-unknown = { $zone } adında bir saat dilimi yok. Listeden seçin.
error-chat-unknown = Telegram sohbetinizi bilmiyoruz. Önce bota yazın.
error-request-key-used = Bu sözler başka bir konu için zaten gönderildi. Yeniden gönderin.
error-copy-gone = Bu kopya artık alınamıyor. Ayarlardan yenisini isteyin.
