using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>Finishes a row of the SOP on all dossiers on which nothing is missing for it: "pegawai/berkas/tahap".</summary>
internal sealed class CompleteKind(SopDbContext db, TimeProvider time) : ChosenKind
{
    public const string Kode = "berkas-selesaikan";

    private const string Gone = "Berkas ini tidak lagi menunggu Anda pada langkah ini.";

    public override string Slug => Kode;

    public override string Nama => "selesaikan langkah";

    public override string Judul => "Selesaikan langkah pada semua berkas yang lengkap";

    public override RunVerbs Verbs { get; } = new(
        "Selesaikan", "penyelesaian", "diselesaikan", "diselesaikan", "berkas", "Penyelesaian langkah",
        "Mulai lagi dari halaman depan bila masih perlu.");

    public override string Back => Links.Home;

    public override string About => "Setiap berkas diselesaikan seperti dengan tombol di halamannya, dan tercatat atas nama Anda.";

    public override IReadOnlyList<Role> By => [.. SopTable.Together.Select(r => r.Pelaksana).Distinct()];

    public static async Task<IReadOnlyList<ChosenRow>> ChooseAsync(
        SopDbContext db, Actor actor, SopRow row, WorkQueue queue, CancellationToken cancel)
    {
        var found = await db.AwaitingFor(actor).In(queue with { Stage = row.Stage }).InOrder(QueueOrder.Unit)
            .Join(db.UnitKerja, d => d.UnitKerjaId, u => u.Id, (d, u) => new
            {
                d.Id,
                d.AsnId,
                Nama = EF.Property<string>(d, DossierQueries.AsnNama),
                Unit = u.Nama,
            }).ToListAsync(cancel);
        return [.. found.Select(d => new ChosenRow($"{d.AsnId}/{d.Id}/{row.Stage}", d.Nama, d.Unit))];
    }

    protected override async Task<IReadOnlyDictionary<string, string?>> JudgeAsync(IReadOnlyList<string> keys, CancellationToken cancel)
    {
        var ids = keys.Select(k => Parts(k).ElementAtOrDefault(1)).Distinct().ToList();
        var found = await DossierLoading.ToJudge(db, ids).ToDictionaryAsync(d => d.Id, cancel);
        return keys.Distinct().ToDictionary(k => k, k => Parts(k) is [_, var id, var stage]
            && found.TryGetValue(id, out var dossier) ? WhyNot(dossier, (int)stage, Actor) : Gone);
    }

    protected override async Task DoAsync(Actor actor, string key)
    {
        var parts = Parts(key);
        var dossier = await DossierLoading.ToDuplicate(db, parts[1]) ?? throw new RowRefusedException("", Gone);
        await db.LapseAsync(dossier, time.GetUtcNow());
        if (WhyNot(dossier, (int)parts[2], actor) is { } whyNot)
        {
            throw new RowRefusedException("", whyNot.Length == 0 ? Gone : whyNot);
        }

        dossier.Complete(dossier.Step, actor, time.GetUtcNow());
        if (await db.WhyNotSavedAsync() is { } unsaved)
        {
            throw new RowRefusedException("", unsaved.Sentence);
        }
    }

    // Empty where it has gone on already.
    private string? WhyNot(Dossier dossier, int stage, Actor actor) =>
        SopTable.Together.FirstOrDefault(r => r.Stage == stage) is not { } row ? Gone
        : dossier.Row.Stage > stage ? ""
        : Procedure.WhyNot(dossier, row, Act.Complete, actor, time.GetUtcNow())?.Sentence;
}
