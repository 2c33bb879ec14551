# The cabinet: what its other screens say. They are fetched after the first one.

# keys: cabinet-wrong-*
# keys: cabinet-helpful-*
cabinet-optional = isteğe bağlı
cabinet-wrong-missing = Bu gerekli.
cabinet-wrong-too-long = Çok uzun. Kısaltın.
cabinet-wrong-no-number = Bir sayı yazın, örneğin 25,50.
cabinet-wrong-too-small = { $bound } veya daha büyük olmalı.
cabinet-wrong-too-large = { $bound } veya daha küçük olmalı.
cabinet-wrong-no-date = Böyle bir gün yok. Başka bir gün seçin.
cabinet-wrong-no-choice = Listeden seçin.
cabinet-wrong-no-phone = Numarayı koduyla yazın, örneğin +90 532 123 45 67.
cabinet-wrong-no-email = Adresi şöyle yazın: name@mail.com.
cabinet-wrong-other-pattern = Şöyle görünür: { $example }.
cabinet-form-changed = Buradaki sorular değişti
cabinet-form-new = Şimdi sorulan: { $fields }
cabinet-form-gone = Artık sorulmuyor. Yazmıştınız:
cabinet-form-keep = Sözlerime ekle
cabinet-form-seen = Anladım
cabinet-currency = Para birimi
cabinet-suggest = Yanıt burada olabilir
cabinet-suggest-hint = Siz bakarken yazdıklarınız burada kalır.
cabinet-attach = Resim veya dosya ekle
cabinet-attach-hint = Her biri en çok 20 MB. Resimde özel olanı kapatabilirsiniz.
cabinet-files = Dosyalar
cabinet-files-many = Bir mesajda en çok { $most } dosya olur. Kalanları sonra gönderin.
cabinet-file-empty = “{ $name }” boş. Başka bir dosya seçin.
cabinet-file-large = “{ $name }” { $size } tutuyor, en çok 20 MB olabilir. Daha küçüğünü gönderin.
cabinet-file-going = { $name }: gönderiliyor
cabinet-file-waiting = Bağlantı gelince kendiliğinden devam eder.
cabinet-file-again = { $name }: yeniden gönder
cabinet-file-remove = { $name }: çıkar
cabinet-file-save = { $name }: kaydet
cabinet-uploading = Dosyalar gönderiliyor
cabinet-picture-words = Resimde ne var?
cabinet-picture-broken = Bu resim açılmıyor, bu yüzden içinde bir şey kapatılamıyor. Ekran görüntüsünü alıp onu seçin.
cabinet-picture-none = Resim şu anda gösterilemiyor.
cabinet-view = Resimler
cabinet-view-place = { $at } / { $count }
cabinet-view-previous = Önceki resim
cabinet-view-next = Sonraki resim
cabinet-mask = Özel olanı kapatın
cabinet-mask-how = Parmağınızla üzerini çizin. Kapatılan yer telefonunuzdan çıkmaz.
cabinet-mask-keys = Ok tuşları kutuyu taşır, Shift ile boyutunu değiştirir, Delete siler.
cabinet-mask-tools = Araçlar
cabinet-mask-add = Kutu ekle
cabinet-mask-undo = Geri al
cabinet-mask-remove = Kutuyu sil
cabinet-mask-smaller = Uzaklaştır
cabinet-mask-larger = Yakınlaştır
cabinet-mask-move = Resmi kaydır
cabinet-mask-box = Kutu { $number }
cabinet-mask-count =
    { $count ->
        [0] Hiçbir yer kapatılmadı.
       *[other] { $count } yer kapatıldı.
    }
cabinet-mask-use = Kapatılmış hâliyle ekle
cabinet-mask-use-plain = Olduğu gibi ekle
cabinet-help-search = Kısa rehberlerde ara
cabinet-help-popular = En çok okunan
cabinet-help-results = Bulunan
cabinet-help-found =
    { $count ->
        [0] Bir şey bulunamadı.
       *[other] { $count } rehber bulundu.
    }
cabinet-help-none = Buna uyan bir şey yok
cabinet-help-none-hint = Başka sözlerle deneyin ya da bir insana sorun.
cabinet-help-empty = Henüz rehber yok
cabinet-help-empty-hint = Bir insana sorun: yanıt buraya gelir.
cabinet-help-still = Aradığınız bu değil mi?
cabinet-help-ask = Bir insana sorun
cabinet-help-more = Bu konuda
cabinet-help-files = Dosyalar
cabinet-help-gone = Bu rehber artık burada değil
cabinet-help-gone-hint = Onu başka sözlerle arayın.
cabinet-help-updated = { $at } tarihinde güncellendi
cabinet-helpful-ask = Bu işe yaradı mı?
cabinet-helpful-yes = İşe yaramasına sevindik.
cabinet-helpful-no = Teşekkürler, onu düzelteceğiz. Şimdi bir insan yardımcı olabilir.
cabinet-helpful-button-yes = Evet
cabinet-helpful-button-no = Hayır

cabinet-data = Verilerim
cabinet-copy = Verilerimin kopyasını al
cabinet-copy-save = Kopyayı kaydet
cabinet-copy-hint = Hakkınızda saklanan her şey, dosyalarınızla birlikte. Hazır olunca bot yazar.
cabinet-copy-making = Kopya hazırlanıyor.
cabinet-copy-until = { $at } tarihine kadar hazır. Her bağlantı bir kez açılır.
cabinet-erase = Verilerimi sil
cabinet-erase-goes = Ne silinir: adınız, mesajlarınız ve dosyalarınız, yanıtlarınız, puan yorumlarınız ve ayarlarınız — burada ve tüm çalışanlarda.
cabinet-erase-stays = Ne kalır: talebin var olduğu, siz olmadan, ve verdiğiniz onayların kanıtı; yasa bunu ister. Telegram sohbetinizdekini kendiniz silersiniz.
cabinet-erase-open = Açık sorular yanıtsız kapanır.
cabinet-erase-on = Anladım, devam et
cabinet-erase-sure = Bu geri alınamaz.
cabinet-erase-yes = Evet, hepsini sil
cabinet-erase-going = Verileriniz siliniyor. Bu sayfa kendiliğinden kapanır.
cabinet-taken-back = Mesaj geri alındı
