# A customer's copy of their data, and its end.

error-copy-gone = Bu kopya artık alınamıyor. Ayarlardan yenisini isteyin.
privacy-copy-ready = Verilerinizin kopyası hazır. 7 gün boyunca kaydedebilirsiniz: /cabinet → Ayarlar.
privacy-erased = Buradaki verileriniz silindi. Yeniden yazarsanız baştan başlarız.
