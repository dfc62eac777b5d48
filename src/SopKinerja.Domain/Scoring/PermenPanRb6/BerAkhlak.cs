namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>One of the seven values by which perilaku kerja is judged, with its three panduan perilaku.</summary>
public sealed record BerAkhlakRow(string Nama, IReadOnlyList<string> Panduan);

/// <summary>The core values of the ASN and their standard text (PermenPANRB 6/2022, form; SE Menteri PANRB 20/2021, not yet
/// compared).</summary>
public static class BerAkhlak
{
    public static readonly IReadOnlyList<BerAkhlakRow> Rows =
    [
        new("Berorientasi Pelayanan",
        [
            "Memahami dan memenuhi kebutuhan masyarakat",
            "Ramah, cekatan, solutif, dan dapat diandalkan",
            "Melakukan perbaikan tiada henti",
        ]),
        new("Akuntabel",
        [
            "Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin dan berintegritas tinggi",
            "Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien",
            "Tidak menyalahgunakan kewenangan jabatan",
        ]),
        new("Kompeten",
        [
            "Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah",
            "Membantu orang lain belajar",
            "Melaksanakan tugas dengan kualitas terbaik",
        ]),
        new("Harmonis",
        [
            "Menghargai setiap orang apapun latar belakangnya",
            "Suka menolong orang lain",
            "Membangun lingkungan kerja yang kondusif",
        ]),
        new("Loyal",
        [
            "Memegang teguh ideologi Pancasila, Undang-Undang Dasar Negara Republik Indonesia Tahun 1945, setia kepada NKRI serta "
            + "pemerintahan yang sah",
            "Menjaga nama baik sesama ASN, Pimpinan, Instansi, dan Negara",
            "Menjaga rahasia jabatan dan negara",
        ]),
        new("Adaptif",
        [
            "Cepat menyesuaikan diri menghadapi perubahan",
            "Terus berinovasi dan mengembangkan kreativitas",
            "Bertindak proaktif",
        ]),
        new("Kolaboratif",
        [
            "Memberi kesempatan kepada berbagai pihak untuk berkontribusi",
            "Terbuka dalam bekerja sama untuk menghasilkan nilai tambah",
            "Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama",
        ]),
    ];

    public static IReadOnlyList<string?> Empty { get; } = [.. Rows.Select(_ => (string?)null)];

    /// <exception cref="ArgumentException">It has more or fewer.</exception>
    internal static IReadOnlyList<string?> OneForEach(IReadOnlyList<string?> texts, string name) => texts.Count == Rows.Count
        ? texts
        : throw new ArgumentException($"There is one text for each of the {Rows.Count} values.", name);
}
