# Bir konsiyerjin kendi hesabının bağlanması hakkında botla sohbette öğrendikleri.

concierge-on-told =
    Hesabınız bağlandı. { $whose ->
        [all] Meslektaşlar dışında size yazan herkesin mesajını artık destek ekibi de görüyor.
       *[vip] VIP müşterilerin size yazdıklarını artık destek ekibi de görüyor. Diğer sohbetler yalnızca sizin kalır.
    } Kendi yanıtlarınız taleplerine yanıt sayılır.
    { $missing ->
        [reply] Henüz sizin adınıza yanıt veremiyorum. Ayarlar → Telegram Business → Sohbet botları bölümünde bana “Mesajlara yanıt verme” iznini açın.
        [read] Mesajları okundu olarak işaretleyemiyorum. Sizin yerinize meslektaşlarınız yanıtlıyorsa bunu Ayarlar → Telegram Business → Sohbet botları bölümünde açın.
       *[none] Müşterinin son mesajından sonraki 24 saat içinde meslektaşlarınız konsoldan sizin adınıza yanıt verebilir.
    }
concierge-off-told = Hesabınızın bağlantısı kesildi. Söylenenler taleplerde kalır; bundan sonra sohbetlerinizi görmüyorum.
concierge-lost-told = Hesabınızla bağlantı koptu: Telegram artık onu tanımıyor. Devam etmek için Ayarlar → Telegram Business → Sohbet botları bölümünde beni yeniden seçin.
concierge-not-one = Yalnızca bu ekibin konsiyerjlerine hizmet ediyorum, bu yüzden sohbetlerinizden hiçbir şey saklamıyorum. Beni Ayarlar → Telegram Business → Sohbet botları bölümünden çıkarabilirsiniz.
concierge-chat-ticket = Bu sohbet, № { $id } numaralı taleptir. Meslektaşlarınız görür ve yanıtta yardım edebilir.
concierge-chat-let-in = Bu müşterinin size yazdıkları talep olacak.
concierge-chat-private = Bu sohbet yalnızca sizin: ekip hiçbirini görmez ve saklamaz. Müşteri VIP olsaydı görürdü.
