using SopKinerja.Domain;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Documents.Pp46;

namespace SopKinerja.Web.Tests.Documents;

/// <summary>The forms of a dossier that has really gone through the steps.</summary>
public sealed class DossierToFormTests
{
    private static readonly DateTimeOffset Start = new(2020, 12, 1, 1, 0, 0, TimeSpan.Zero);

    private static readonly Actor Asn = new(1, "Siti Rahmawati, S.Kom.", new HashSet<Role>());

    private static readonly Actor Atasan = new(2, "Drs. Ahmad Fauzi", new HashSet<Role>());

    private static readonly Actor Analis = new(3, "Analis", new HashSet<Role> { Role.Analis });

    private static readonly Issuance Issued = new("0123456789AB", SigningMode.Account);

    private static readonly Actor Kasubbag = new(4, "Kasubbag", new HashSet<Role> { Role.Kasubbag });

    [Fact]
    public void The_approved_version_says_who_approved_and_the_final_one_who_received()
    {
        var drawn = new List<DokumenPengukuranForm>();
        var dossier = AtValidation();
        DrawnDocument Draw(Dossier d)
        {
            drawn.Add(DokumenPengukuranForm.From(d, "Pemerintah Kabupaten Contoh", "Paringin"));
            return new([1], new string('0', 64));
        }

        dossier.Approve(Draw, Issued, Atasan, Start.AddHours(4));
        dossier.Deliver(WorkingCalendar.WithoutHolidays, DayKind.Calendar, Asn, Start.AddHours(28));
        dossier.Acknowledge(Draw, Asn, Start.AddHours(29));
        var (approved, final) = (drawn[0], drawn[1]);
        Assert.Equal(new PersetujuanElektronik(Atasan.Nama, Start.AddHours(4)), approved.PrestasiKerja.Dibuat);
        Assert.Equal(approved.PrestasiKerja.Dibuat, approved.Capaian.Dibuat);
        Assert.Null(approved.PrestasiKerja.Diterima);
        Assert.Equal(new PersetujuanElektronik(Asn.Nama, Start.AddHours(29)), final.PrestasiKerja.Diterima);
        Assert.Null(final.PrestasiKerja.Disahkan);
        Assert.Equal(approved.PrestasiKerja.Dibuat, final.PrestasiKerja.Dibuat);
    }

    [Fact]
    public void Of_somebody_who_moved_every_position_is_printed_with_the_average()
    {
        var dossier = AtValidation();
        var sheet = (Pp46Sheet)dossier.Sheet with
        {
            JabatanLain = [new("Pengelola Pasar, UPTD Pasar", "H. Syarif, S.E.", new(2020, 4, 30), 85.5m)],
        };
        var form = PenilaianCapaianForm.From(dossier, "Paringin") with { Sheet = sheet, Score = sheet.Score() };
        using var pdf = new PdfTools(TheEngine.Draw(new(new("Capaian", "", "", Start), [form.Describe()])));

        var text = pdf.RawText;
        Assert.Contains("NILAI CAPAIAN SKP (RATA-RATA 2 JABATAN)", text, StringComparison.Ordinal);
        Assert.Contains(
            "Nilai SKP Pengelola Pasar, UPTD Pasar, sampai 30 April 2020, dinilai H. Syarif, S.E. 85,50", text, StringComparison.Ordinal);
        Assert.Contains("Nilai SKP jabatan ini 62,47", text, StringComparison.Ordinal);
        Assert.Contains("73,99", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_figures_are_those_of_the_scoring_and_are_printed_so()
    {
        var dossier = AtValidation();
        var score = ((Pp46Sheet)dossier.Sheet).Score();
        var form = DokumenPengukuranForm.From(dossier, "Pemerintah Kabupaten Contoh", "Paringin").Describe(SampleForms.Letterhead, Start);
        using var pdf = new PdfTools(TheEngine.Draw(form));
        Assert.Equal("", pdf.Faults());
        var text = pdf.Text;
        // (100 + 90 + 76) / 3 for the first kegiatan, (100 + 95 + 76 + 76) / 4 for the second, none for the third; 1 and 3 besides.
        Assert.Contains("266,00", text, StringComparison.Ordinal);
        Assert.Contains("88,67", text, StringComparison.Ordinal);
        Assert.Contains("86,75", text, StringComparison.Ordinal);
        Assert.Contains("62,47 x 60 %", text, StringComparison.Ordinal);
        Assert.Contains("82,00 x 40 %", text, StringComparison.Ordinal);
        Assert.Contains(Angka.Tampil(score.NilaiPrestasi), text, StringComparison.Ordinal);
        Assert.Contains("70,28", text, StringComparison.Ordinal);
        Assert.Contains("(Cukup)", text, StringComparison.Ordinal);
        Assert.Contains("12.500.000", text, StringComparison.Ordinal);
        Assert.Contains("19900315 201503 2 004", text, StringComparison.Ordinal);
        Assert.Contains("1 Januari 2020 s.d. 31 Desember 2020", text, StringComparison.Ordinal);
        Assert.Contains("Rapikan arsip.", text, StringComparison.Ordinal);
        Assert.Contains("Panitia (surat keterangan 800/1)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_weighed_of_the_cause_is_on_the_capaian_where_it_was_given()
    {
        var dossier = AtValidation();
        Assert.Null(PenilaianCapaianForm.From(dossier, "Paringin").Sheet.KondisiPenyebab);

        dossier.Rate(((Pp46Sheet)dossier.Sheet with { KondisiPenyebab = "Pedoman ditunda karena peraturannya dicabut." }).Given, Atasan,
            Start.AddHours(3));

        Assert.Equal("Pedoman ditunda karena peraturannya dicabut.", PenilaianCapaianForm.From(dossier, "Paringin").Sheet.KondisiPenyebab);
    }

    [Fact]
    public void Without_jabatan_struktural_kepemimpinan_has_a_line_but_no_figure()
    {
        var form = PenilaianPrestasiKerjaForm.From(AtValidation(), "Pemerintah Kabupaten Contoh");
        Assert.Equal(6, form.Sheet.PrintedPerilaku().Count);
        Assert.Equal(("Kepemimpinan", null, null), form.Sheet.PrintedPerilaku()[5]);
        Assert.Equal(410, form.Score.PerilakuJumlah);
    }

    [Fact]
    public void The_buku_catatan_repeats_the_figures_of_the_result_and_is_sound()
    {
        var dossier = Approved();
        var form = BukuCatatanPerilakuForm.From(dossier, [], "Pemerintah Kabupaten Contoh").Describe(Start.AddHours(5));
        using var pdf = new PdfTools(TheEngine.Draw(form));
        Assert.Equal("", pdf.Faults());
        Assert.All(pdf.Fonts, font => Assert.Matches("^[A-Z]{6}\\+Liberation ?Sans.*yes +yes +yes", font));
        var text = PdfEngineTests.Squeezed(pdf.RawText);
        Assert.All(PdfEngineTests.Texts(form), words => Assert.Contains(PdfEngineTests.Squeezed(words), text, StringComparison.Ordinal));
        Assert.All(
            new[]
            {
                "BUKU CATATAN PENILAIAN PERILAKU PNS", "NIP: 19900315 201503 2 004", "1 Januari 2020 s.d. 1 Desember 2020",
                "Penilaian SKP sampai dengan 1 Desember 2020 = 62,47 (Cukup), sedangkan penilaian perilaku kerjanya adalah sebagai "
                + "berikut:",
                "Orientasi pelayanan = 80,00 (Baik) Integritas = 81,00 (Baik) Komitmen = 82,00 (Baik) Disiplin = 83,00 (Baik) Kerja sama = "
                + "84,00 (Baik) "
                    + "Kepemimpinan = - Jumlah = 410,00 Nilai rata-rata = 82,00 (Baik)",
                "Drs. Ahmad Fauzi NIP 19700101 199503 1 001",
                "disetujui 1 Desember 2020 pukul 13.00 WITA; dicetak 1 Desember 2020 pukul 14.00 WITA",
            },
            words => Assert.Contains(PdfEngineTests.Squeezed(words), text, StringComparison.Ordinal));
        Assert.DoesNotContain("keberatan", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_buku_catatan_says_that_an_objection_may_change_it_and_is_not_there_before_approval()
    {
        Assert.Throws<InvalidOperationException>(() => BukuCatatanPerilakuForm.From(AtValidation(), [], "Pemerintah Kabupaten Contoh"));
        var dossier = Approved();
        dossier.Deliver(WorkingCalendar.WithoutHolidays, DayKind.Calendar, Asn, Start.AddHours(28));
        dossier.Object("Nilai kualitas tidak sesuai bukti.", Asn, Start.AddHours(29));

        var texts = PdfEngineTests.Texts(BukuCatatanPerilakuForm.From(dossier, [], "Pemerintah Kabupaten Contoh").Describe(Start.AddHours(30)));

        Assert.Contains(texts, text => text.Contains("mengajukan keberatan pada 2 Desember 2020", StringComparison.Ordinal));
    }

    [Fact]
    public void The_buku_catatan_has_room_for_long_names_and_names_a_PPPK_as_such()
    {
        var book = BukuCatatanPerilakuForm.From(Approved(), [], "Pemerintah Kabupaten Contoh");
        var form = (book with
        {
            YangDinilai = SampleForms.LongNamed with { LabelNip = "NI PPPK" },
            Catatan = SampleForms.Notes(9),
            Hasil = book.Hasil! with { PejabatPenilai = SampleForms.LongNamed with { Nama = new string('W', 200) } },
        }).Describe(Start.AddHours(5));
        using var pdf = new PdfTools(TheEngine.Draw(form));
        Assert.Equal("", pdf.Faults());
        var text = PdfEngineTests.Squeezed(pdf.RawText);
        Assert.All(PdfEngineTests.Texts(form), words => Assert.Contains(PdfEngineTests.Squeezed(words), text, StringComparison.Ordinal));
        Assert.Matches("NI PPPK +: +198012312005012001", pdf.Text);
        PdfSharpLayoutTests.StaysInside(form);
    }

    [Fact]
    public void Without_scores_there_is_no_form()
    {
        var dossier = AtValidation();
        dossier.Rate(((Pp46Sheet)dossier.Sheet with { Perilaku = PerilakuKerja.Empty }).Given, Atasan, Start.AddHours(3));
        Assert.Throws<InvalidOperationException>(() => DokumenPengukuranForm.From(dossier, "Pemerintah Kabupaten Contoh", "Paringin"));
    }

    [Fact]
    public void Without_an_atasan_pejabat_penilai_the_place_stays_open()
    {
        var form = PenilaianPrestasiKerjaForm.From(AtValidation(withAtasanPejabatPenilai: false), "Pemerintah Kabupaten Contoh");
        Assert.Equal(PegawaiTercetak.Nobody, form.AtasanPejabatPenilai);
    }

    private static Dossier Approved()
    {
        var dossier = AtValidation();
        dossier.Approve(_ => new([1], new string('0', 64)), Issued, Atasan, Start.AddHours(4));
        return dossier;
    }

    private static Dossier AtValidation(bool withAtasanPejabatPenilai = true)
    {
        var period = new Period("2020", new(2020, 1, 1), new(2020, 12, 31), ScoringMethods.Pp46, null);
        var plan = new Plan(1, Asn.PegawaiId!.Value, Atasan.PegawaiId!.Value, new SasaranKerja(
        [
            new("Memelihara jaringan", null, 12, "laporan", 100, 12, SatuanWaktu.Bulan, null),
            new("Mengadakan perangkat", 1.5m, 2, "paket", 100, 6, SatuanWaktu.Bulan, 12_500_000),
            new("Menyusun pedoman", null, 1, "dokumen", 100, 3, SatuanWaktu.Bulan, null),
        ]), Asn, Start.AddMonths(-12));
        plan.Propose(Atasan.PegawaiId.Value, Atasan.Nama, Asn, Start.AddMonths(-12));
        plan.Agree(period, Atasan, Start.AddMonths(-12));
        var parties = new Parties(
            new(1, Asn.Nama, "199003152015032004", JenisAsn.Pns, "Penata Muda, III/a", "Pranata Komputer", "Sekretariat", IsStruktural: false),
            new(2, Atasan.Nama, "197001011995031001", JenisAsn.Pns, "Pembina, IV/a", "Kepala Subbagian", "Sekretariat", IsStruktural: true),
            withAtasanPejabatPenilai
                ? new(5, "Bupati", null, JenisAsn.Pns, null, "Bupati", "Kabupaten Contoh", IsStruktural: false)
                : null);
        var dossier = Dossier.Open(plan, period, 0, parties, 1, Analis, Start);
        dossier.Receive(new("Siti", new(2020, 12, 1), null), Analis, Start);
        dossier.AddEvidence(new("k", "form.pdf", "application/pdf", 1, new string('0', 64), Analis.Nama, Start), Analis, Start);
        dossier.Complete(Step.Collect, Analis, Start.AddHours(1));
        dossier.Tick(new([true, true, true, true], [true, true, true], null), Kasubbag, Start.AddHours(1));
        dossier.Complete(Step.Check, Kasubbag, Start.AddHours(2));
        var sheet = (Pp46Sheet)dossier.Sheet;
        dossier.TypeIn((sheet with
        {
            Kegiatan =
            [
                sheet.Kegiatan[0] with { Realisasi = new(null, 12, 12, null, null) },
                sheet.Kegiatan[1] with { Realisasi = new(1.5m, 2, 6, 12_500_000, null) },
                sheet.Kegiatan[2] with { Realisasi = new(null, 0, 0, null, null) },
            ],
            TugasTambahan = [new("Panitia", "800/1")],
            Kreativitas = [new("Aplikasi antrean", ManfaatKreativitas.UnitKerja, null)],
        }).Typed, Analis, Start.AddHours(2));
        dossier.Complete(Step.Input, Analis, Start.AddHours(3));
        sheet = (Pp46Sheet)dossier.Sheet;
        dossier.Rate((sheet with
        {
            Kegiatan =
            [
                sheet.Kegiatan[0] with { Realisasi = sheet.Kegiatan[0].Realisasi with { Kualitas = 90 } },
                sheet.Kegiatan[1] with { Realisasi = sheet.Kegiatan[1].Realisasi with { Kualitas = 95 } },
                sheet.Kegiatan[2],
            ],
            Perilaku = new(80, 81, 82, 83, 84, null),
            Rekomendasi = "Rapikan arsip.",
        }).Given, Atasan, Start.AddHours(3), "Pegawai pindah bulan depan.");
        return dossier;
    }
}
