using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Bsre;

namespace SopKinerja.Web.Signing;

public abstract record StepSignature
{
    private StepSignature()
    {
    }

    /// <param name="Note">A sentence for the signer; null when there is nothing to say.</param>
    public sealed record Given(Func<Dossier, DrawnDocument> Draw, Issuance Issuance, string? Note) : StepSignature;

    /// <summary>It is not given, or not known to be; nothing may move.</summary>
    public sealed record Withheld(string Sentence) : StepSignature;

    /// <summary>A request for it was sent and no one knows what came of it; it has a page of its own.</summary>
    public sealed record Undecided : StepSignature;
}

/// <summary>Signs at a step of the SOP in the way that the dinas has chosen; a version once issued is signed to its end in the same
/// way.</summary>
public sealed class StepSigning(
    SopDbContext db, DocumentPress press, DocumentProofs proofs, PasswordAgain password, IEnumerable<ISigner> signers,
    BsreAttempts attempts, BsreSettings bsre, CurrentSettings settings, IConfiguration configuration)
{
    public const string ModeSetting = "TandaTangan:Cara";

    public SigningModeRow ModeOf(Dossier dossier)
    {
        var row = SignatureRows.At(dossier.Row).IsFirst
            ? SigningModes.Named(configuration[ModeSetting])
            : SigningModes.Row(dossier.SigningMode ?? SigningMode.Account);
        return row.Mode == SigningMode.Bsre && bsre.AsksCode ? SigningModes.WithCode : row;
    }

    public async Task<StepSignature> SignAsync(Dossier dossier, ClaimsPrincipal user, string? secret, DateTimeOffset now)
    {
        // Whatever the setting says by now: a request that was sent may have signed this very document.
        if (await attempts.IsUndecidedAsync(dossier.Id))
        {
            return new StepSignature.Undecided();
        }

        if (settings.Value.WhyNotPrinted is { } missing)
        {
            return new StepSignature.Withheld(missing);
        }

        var (mode, row) = (ModeOf(dossier), SignatureRows.At(dossier.Row));
        var issuance = row.IsFirst ? DocumentProofs.NewIssuance(mode.Mode) : new(dossier.VerificationCode ?? "", mode.Mode);
        return mode.IsInFile
            ? await InFileAsync(dossier, row, issuance, user.Actor(), secret, now)
            : await password.WhyNotAsync(user, secret) is { } wrong ? new StepSignature.Withheld(wrong)
            : mode.Mode == SigningMode.WetInk && !row.IsFirst ? await AsDrawnAsync(dossier, issuance)
            : new StepSignature.Given(d => press.Draw(d, now, proofs.Of(d, now)), issuance, null);
    }

    /// <summary>The dossier as it will be once the row that it waits at is signed, for a look beforehand; as it is while it cannot be
    /// signed yet.</summary>
    public Dossier Signed(Dossier dossier, Actor actor, DateTimeOffset now) =>
        Procedure.WhyNot(dossier, Act.Complete, actor, now) is null
            ? Signed(dossier, DocumentProofs.NewIssuance(ModeOf(dossier).Mode), actor, now)
            : dossier;

    private static Dossier Signed(Dossier dossier, Issuance issuance, Actor actor, DateTimeOffset now) =>
        dossier.After(d => d.Sign(new([], ""), issuance, actor, now, null));

    // The sheet that is printed must be the one that was approved: drawn anew, the paper of anyone who printed early would be another
    // document.
    private async Task<StepSignature> AsDrawnAsync(Dossier dossier, Issuance issuance)
    {
        var last = dossier.LastDocument!;
        var bytes = await db.Documents.Where(d => d.Id == last.Id).Select(d => d.Content!.Bytes).SingleAsync();
        return new StepSignature.Given(_ => new(bytes, last.Sha256), issuance, null);
    }

    private async Task<StepSignature> InFileAsync(
        Dossier dossier, SignatureRow row, Issuance issuance, Actor actor, string? secret, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(secret))
        {
            var label = ModeOf(dossier).Label;
            return new StepSignature.Withheld($"Tulis {char.ToLowerInvariant(label[0])}{label[1..]} untuk menandatangani.");
        }

        var after = Signed(dossier, issuance, actor, now);
        var pdf = row.IsFirst
            ? press.DrawForSigning(after, now, proofs.Of(after, now)).Bytes
            : await db.Documents.Where(d => d.Id == dossier.LastDocument!.Id).Select(d => d.Content!.Bytes).SingleAsync();
        var (party, place) = row.On(after.Signatories);
        var printed = row.IsFirst ? party : row.On(dossier.Signatories).Party;
        var task = new SigningTask(pdf, place, Signatory.Of(party!, printed!), row.Alasan)
        {
            Of = new(dossier.Id, row.Row.Stage, issuance.VerificationCode),
        };
        // Not ended with the request: whether it was signed must be known even when the browser has gone.
        return await signers.Single(s => s.Mode == issuance.Mode).SignAsync(task, actor, new(secret), now, CancellationToken.None) switch
        {
            SigningOutcome.Signed signed => new StepSignature.Given(_ => signed.Document, issuance, signed.Note),
            SigningOutcome.Refused refused => new StepSignature.Withheld(refused.Sentence),
            SigningOutcome.Unknown => new StepSignature.Undecided(),
            var other => throw new InvalidOperationException($"{other} is no outcome."),
        };
    }
}
