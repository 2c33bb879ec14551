# A customer's copy of their data, and its end.

privacy-copy-ready = Verilerinizin kopyası hazır. 7 gün boyunca buradan veya /cabinet → Ayarlar bölümünden kaydedebilirsiniz.
privacy-copy-coming = Hakkınızda sakladığımız her şeyin kopyası hazırlanıyor. Hazır olunca yazacağım.
privacy-copy-link = Kopyayı 10 dakika içinde kaydedin; bağlantı bir kez açılır. İçinde özel yazışmanız var, başkasına vermeyin.
privacy-copy-gone = Bu kopya artık saklanmıyor. /privacy gönderip yenisini isteyin.
privacy-erase-ask =
    Hakkınızda sakladığımız her şey silinsin mi? Bu geri alınamaz.
    Adınız, mesajlarınız, dosyalarınız, yanıtlarınız ve yorumlarınız gider, açık sorular yanıtsız kapanır.
    Talebin var olduğu (siz olmadan) ve onayınızın kanıtı kalır. Bu sohbetin geçmişini Telegram’da siz silersiniz.
privacy-erase-kept = Hiçbir şey silinmedi. Her şey olduğu gibi duruyor.
privacy-erasing = Verileriniz siliniyor: birkaç dakika içinde bizde hiçbiri kalmayacak. Yeniden yazarsanız baştan başlarız.
button-copy = Verilerimin kopyası
button-copy-save = Kopyayı kaydet
button-erase = Verilerimi sil
button-erase-all = Evet, hepsini sil
button-erase-nothing = Hayır, kalsın
