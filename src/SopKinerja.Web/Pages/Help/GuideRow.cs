namespace SopKinerja.Web.Pages.Help;

/// <param name="Kode">Names its file in docs/panduan, and stands in its address.</param>
/// <param name="Judul">Whose guide it is.</param>
/// <param name="Offices">Who has it for a task of theirs; empty for everybody who is rated.</param>
/// <param name="Kalimat">What is to do here, in two sentences; null where it is nobody's task.</param>
public sealed record GuideRow(string Kode, string Judul, IReadOnlyList<Role> Offices, string? Kalimat)
{
    public static readonly IReadOnlyList<GuideRow> Rows =
    [
        new("analis", "Analis", [Role.Analis],
            "Anda mengumpulkan data kinerja setiap pegawai, lalu mengetik realisasinya sesudah diperiksa. Yang menunggu Anda tampil di "
            + "Tugas saya, yang terlama di atas."),
        new("kasubbag", "Kasubbag", [Role.Kasubbag],
            "Anda memeriksa apakah data yang dikumpulkan Analis lengkap, lalu meneruskannya atau mengembalikannya dengan alasan. Pemilik "
            + "akun baru Anda konfirmasi: ia datang sendiri dan menunjukkan kodenya."),
        new("sekretaris", "Sekretaris", [Role.Sekretaris],
            "Anda menggandakan dokumen yang sudah ditandatangani dan mengarsipkannya. Yang menunggu Anda tampil di Tugas saya, dan yang "
            + "sudah selesai di Arsip."),
        new("kepala-dinas", "Kepala Dinas", [Role.KepalaDinas],
            "Anda melihat di Kemajuan sampai di mana pengukuran setiap unit. SKP dan penilaian pejabat di bawah Anda tampil di Tugas "
            + "saya."),
        new("administrator", "Administrator", [Role.Administrator],
            "Anda menyiapkan pegawai, unit, akun, dan periode; Tugas saya menunjukkan yang belum siap, yang harus lebih dahulu di atas. "
            + "Hasil penilaian tidak terlihat dari akun Anda."),
        new("auditor", "Auditor", [Role.Auditor],
            "Anda membaca semua berkas, hasil, dan catatan, dan tidak mengubah apa pun. Setiap yang Anda buka tercatat, dan pemiliknya "
            + "melihatnya."),
        new("asn", "ASN yang dinilai", [],
            "Anda menyusun SKP di menu SKP dan menyerahkan data kinerja kepada Analis. Hasil penilaian tampil di Tugas saya; di situ Anda "
            + "menyatakan menerimanya, atau mengajukan keberatan."),
        new("atasan-langsung", "Menilai bawahan", [],
            "Bila Anda atasan langsung, Anda menyetujui SKP bawahan, lalu memvalidasi dan menilai hasilnya. Keduanya tampil di Tugas saya "
            + "begitu menunggu Anda."),
        new("atasan-pejabat-penilai", "Memutuskan keberatan, mengesahkan", [], null),
        new("memeriksa-keaslian", "Memeriksa keaslian dokumen", [], null),
    ];

    /// <summary>Whether this is a task of theirs; whoever has no person here is not rated and rates nobody.</summary>
    public bool IsFor(Actor actor) =>
        Kalimat is not null && (Offices.Count > 0 ? Offices.Any(actor.Holds) : actor.PegawaiId is not null);
}
