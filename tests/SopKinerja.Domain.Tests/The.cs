using System.Security.Cryptography;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Domain.Tests;

/// <summary>The people and the dossier that tests speak of; a dossier comes to its step only by performing the steps before it.</summary>
internal static class The
{
    public const int AsnId = 10;
    public const int AtasanId = 20;
    public const int AtasanPejabatPenilaiId = 30;

    public static readonly Actor Asn = Person(AsnId, "Siti Rahmah, S.Kom.");
    public static readonly Actor AtasanLangsung = Person(AtasanId, "Drs. Hadi Saputra");
    public static readonly Actor AtasanPejabatPenilai = Person(AtasanPejabatPenilaiId, "Ir. Noor Aida");
    public static readonly Actor Analis = Person(40, "Budi Analis", Role.Analis);
    public static readonly Actor OtherAnalis = Person(41, "Ani Analis", Role.Analis);
    public static readonly Actor Kasubbag = Person(50, "Rina Kasubbag", Role.Kasubbag);
    public static readonly Actor Sekretaris = Person(60, "Hasan Sekretaris", Role.Sekretaris);
    public static readonly Actor KepalaDinas = Person(70, "Kepala Dinas", Role.KepalaDinas);
    public static readonly Actor Administrator = Person(null, "Admin", Role.Administrator);
    public static readonly Actor Auditor = Person(null, "Auditor", Role.Auditor);
    public static readonly Actor Outsider = Person(90, "Orang Lain");

    /// <summary>Monday 4 January 2021, 09.00 WITA.</summary>
    public static readonly DateTimeOffset Start = new(2021, 1, 4, 9, 0, 0, Tanggal.Wita);

    public static Period Period => new("2020", new(2020, 1, 1), new(2020, 12, 31), ScoringMethods.Pp46, null);

    /// <summary>The same, whose documents the atasan pejabat penilai ratifies.</summary>
    public static Period RatifiedPeriod
    {
        get
        {
            var period = Period;
            period.Ratify(true);
            return period;
        }
    }

    public static SasaranKerja Targets => new(
    [
        new("Menyusun laporan", null, 12, "laporan", 100, 12, SatuanWaktu.Bulan, null),
        new("Mengadakan pelatihan", null, 1, "kegiatan", 100, 12, SatuanWaktu.Bulan, 170_395_000),
        new("Menyusun nota dinas", null, 40, "nota", 100, 12, SatuanWaktu.Bulan, null),
    ]);

    public static Parties Parties => new(
        new(AsnId, Asn.Nama, "199006032015032001", JenisAsn.Pns, "Penata Muda (III/a)", "Pengelola Data", "Subbagian Umum", false),
        new(AtasanId, AtasanLangsung.Nama, "197006031995031001", JenisAsn.Pns, "Pembina (IV/a)", "Kepala Bidang", "Bidang Koperasi", true),
        new(AtasanPejabatPenilaiId, AtasanPejabatPenilai.Nama, null, JenisAsn.Pns, null, "Kepala Dinas", "Dinas", true));

    public static Plan AgreedPlan
    {
        get
        {
            var plan = new Plan(1, AsnId, AtasanId, Targets, Asn, Start.AddDays(-357));
            plan.Propose(AtasanId, AtasanLangsung.Nama, Asn, Start.AddDays(-356));
            plan.Agree(Period, AtasanLangsung, Start.AddDays(-356));
            return plan;
        }
    }

    public static Dossier Dossier => Domain.Sop.Dossier.Open(AgreedPlan, Period, 0, Parties, 1, Analis, Start);

    public static Issuance Issued => new("0123456789AB", SigningMode.Account);

    public static DrawnDocument Drawn(Dossier dossier)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes($"{dossier.Parties.Asn.Nama} {dossier.Outcome}");
        return new(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    public static Evidence Evidence(string key) => new(key, "formulir.pdf", "application/pdf", 1234, new('a', 64), Analis.Nama, Start);

    public static Checklist Ticked => new([.. Checklist.GeneralQuestions.Select(_ => true)], [.. Targets.Kegiatan.Select(_ => true)], null);

    public static ArchiveRecord ArchiveRecord => new("800.1.4.4", "BOX-UMUM-2020-001", "FOLDER-01", "800.1.4.4/1/DISKOP/2020", null);

    /// <summary>Realisasi exactly on target; no scores.</summary>
    public static Pp46Sheet TypedIn(Sheet sheet) => (Pp46Sheet)sheet with
    {
        Kegiatan =
        [
            .. ((Pp46Sheet)sheet).Kegiatan.Select(k => k with
            {
                Realisasi = new(null, k.Target.Kuantitas, k.Target.Waktu, k.Target.Biaya, k.Realisasi.Kualitas),
            }),
        ],
        TugasTambahan = [new("Panitia pameran", "094/12")],
    };

    /// <summary>Kualitas 90 and perilaku 80 everywhere.</summary>
    public static Pp46Sheet Rated(Sheet sheet) => (Pp46Sheet)sheet with
    {
        Kegiatan = [.. ((Pp46Sheet)sheet).Kegiatan.Select(k => k with { Realisasi = k.Realisasi with { Kualitas = 90 } })],
        Perilaku = new(80, 80, 80, 80, 80, null),
    };

    /// <summary>The next step of a dossier, done by the one whose step it is, an hour after the last.</summary>
    public static void PerformStep(Dossier dossier)
    {
        var now = dossier.StepSince.AddHours(1);
        PrepareStep(dossier, now);
        switch (dossier.Step)
        {
            case Step.Validate:
                dossier.Approve(Drawn, Issued, AtasanLangsung, now);
                break;
            case Step.Sign:
                dossier.Acknowledge(Drawn, Asn, now);
                break;
            case Step.Archive:
                dossier.Archive(ArchiveRecord, Sekretaris, now);
                break;
            default:
                dossier.Complete(dossier.Step, Performer(dossier.Step), now);
                break;
        }
    }

    /// <summary>All that the step asks for, short of finishing it.</summary>
    public static void PrepareStep(Dossier dossier, DateTimeOffset now)
    {
        switch (dossier.Step)
        {
            case Step.Collect:
                dossier.Receive(new(Asn.Nama, new(2021, 1, 4), null), Analis, now);
                dossier.AddEvidence(Evidence("a"), Analis, now);
                break;
            case Step.Check:
                dossier.Tick(Ticked, Kasubbag, now);
                break;
            case Step.Input:
                dossier.TypeIn(TypedIn(dossier.Sheet).Typed, Analis, now);
                break;
            case Step.Validate:
                dossier.Rate(Rated(dossier.Sheet).Given, AtasanLangsung, now);
                break;
            case Step.Sign when dossier.ResultReceipt is null:
                dossier.Deliver(WorkingCalendar.WithoutHolidays, DayKind.Calendar, Asn, now);
                break;
            case Step.Duplicate:
                dossier.MakeCopy("Arsip kepegawaian", Sekretaris, now);
                break;
        }
    }

    /// <summary>At step 5 the rated person has opened the result.</summary>
    public static Dossier DossierAt(Step step)
    {
        var dossier = Dossier;
        while (dossier.Step < step)
        {
            PerformStep(dossier);
        }

        if (step == Step.Sign)
        {
            PrepareStep(dossier, dossier.StepSince);
        }

        return dossier;
    }

    /// <summary>A dossier at the step with all its needs met.</summary>
    public static Dossier PreparedAt(Step step)
    {
        var dossier = DossierAt(step);
        PrepareStep(dossier, dossier.StepSince);
        return dossier;
    }

    public static Dossier Closed
    {
        get
        {
            var dossier = DossierAt(Step.Archive);
            PerformStep(dossier);
            return dossier;
        }
    }

    public static Dossier Objected
    {
        get
        {
            var dossier = DossierAt(Step.Sign);
            dossier.Object("Nilai kualitas tidak sesuai bukti.", Asn, dossier.StepSince.AddHours(1));
            return dossier;
        }
    }

    public static Dossier Answered
    {
        get
        {
            var dossier = Objected;
            dossier.Answer("Bukti kegiatan 2 baru diserahkan.", AtasanLangsung, dossier.StepSince.AddHours(1));
            return dossier;
        }
    }

    /// <summary>Ready to be decided.</summary>
    public static Dossier Drafted(bool nilaiTetap)
    {
        var dossier = Answered;
        dossier.Draft(
            new DraftKeputusan(nilaiTetap ? null : Better(dossier), "Kedua pihak sudah didengar."), AtasanPejabatPenilai,
            dossier.StepSince.AddHours(1));
        return dossier;
    }

    /// <summary>At step 5 again, in its second version.</summary>
    public static Dossier Decided(bool nilaiTetap)
    {
        var dossier = Drafted(nilaiTetap);
        dossier.Decide(Drawn, IssuedAgain, AtasanPejabatPenilai, dossier.StepSince.AddHours(2));
        return dossier;
    }

    /// <summary>Perilaku 90 in place of 80, and words that a decision does not take.</summary>
    public static GivenScores Better(Dossier dossier) => (
        (Pp46Sheet)dossier.Sheet with { Perilaku = new(90, 90, 90, 90, 90, null), Rekomendasi = "Lain." }).Given;

    public static Issuance IssuedAgain => new("BBBBBBBBBBBB", SigningMode.Certificate);

    /// <summary>Signed by the rated person, waiting for the pengesahan.</summary>
    public static Dossier Received
    {
        get
        {
            var dossier = Domain.Sop.Dossier.Open(AgreedPlan, RatifiedPeriod, 0, Parties, 1, Analis, Start);
            while (dossier.Substep == Substep.None)
            {
                PerformStep(dossier);
            }

            return dossier;
        }
    }

    /// <summary>At step 5, and the rated person has not opened the result.</summary>
    public static Dossier Approved()
    {
        var dossier = DossierAt(Step.Validate);
        PerformStep(dossier);
        return dossier;
    }

    /// <summary>Signed, with the right to object kept.</summary>
    public static Dossier Kept
    {
        get
        {
            var dossier = DossierAt(Step.Sign);
            dossier.Acknowledge(Drawn, Asn, dossier.StepSince.AddHours(1), berkeberatan: true);
            return dossier;
        }
    }

    /// <summary>A Kasubbag who did nothing else on it proposed that it be determined.</summary>
    public static Dossier Proposed(PenetapanReason reason)
    {
        var dossier = DossierAt(Step.Sign);
        dossier.Propose(
            new(reason, new(2021, 1, 4), "Seperti dalam surat.", Evidence("surat"), "Kasubbag lain"),
            Person(51, "Kasubbag lain", Role.Kasubbag), dossier.StepSince.AddHours(1));
        return dossier;
    }

    /// <summary>At step 4 again, because the pengesahan was refused.</summary>
    public static Dossier Refused
    {
        get
        {
            var dossier = Received;
            dossier.SendBack(dossier.Row, "Belum didukung bukti.", AtasanPejabatPenilai, dossier.StepSince.AddHours(1));
            return dossier;
        }
    }

    /// <summary>Neither signed nor objected to within the days, waiting to be determined.</summary>
    public static Dossier Unsigned
    {
        get
        {
            var dossier = DossierAt(Step.Sign);
            dossier.Lapse(dossier.StepSince.AddDays(40));
            return dossier;
        }
    }

    public static Actor Performer(Step step) => step switch
    {
        Step.Collect or Step.Input => Analis,
        Step.Check => Kasubbag,
        Step.Validate => AtasanLangsung,
        Step.Sign => Asn,
        _ => Sekretaris,
    };

    public static Actor Person(int? id, string nama, params Role[] offices) => new(id, nama, offices.ToHashSet());

    public static IEnumerable<Step> Steps => Enum.GetValues<Step>();
}
