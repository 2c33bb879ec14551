# Dosyalar ve gönderilenin değiştirilmesi hakkında API yanıtları.

error-upload-unknown = Bu dosya artık burada değil. Yeniden ekleyin.
error-upload-too-large = Dosya { $limit } MB'tan büyük. Daha küçük bir dosya gönderin.
error-upload-empty = Dosya boş. Başka bir dosya seçin.
error-upload-offset = Dosyanın bir bölümü zaten burada: { $received } bayt. Oradan devam edin.
error-upload-longer = Dosyada bildirilenden ({ $size } bayt) fazla bayt var. Yeniden ekleyin.
error-upload-piece-too-large = Dosyanın bir parçası en çok { $limit } bayt olabilir. Daha küçük parçalar gönderin.
error-too-many-uploads = Gönderilmeyi bekleyen çok dosya var. Önce onları gönderin, sonra yenilerini ekleyin.
error-too-many-files = Bir mesaja { $limit } dosya sığar. Kalanını başka bir mesajla gönderin.
error-message-empty = Bir şey yazın ya da dosya ekleyin.
error-message-not-yours = Bu mesajı yalnızca yazan kişi değiştirebilir.
error-edit-not-possible = Bu mesaj değiştirilemiyor: henüz ulaşmadı ya da Telegram'da olduğu gibi kalıyor.
error-edit-longer = Yeni metin gönderilmiş mesajlara sığmıyor. Kısaltın ya da kalanını yeni bir mesajla gönderin.
error-delete-not-possible = Bu mesaj geri alınamıyor: henüz ulaşmadı ya da iki günden eski.
