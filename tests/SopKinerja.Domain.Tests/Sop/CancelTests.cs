using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Domain.Tests.Sop;

public sealed class CancelTests
{
    [Fact]
    public void Until_approval_a_kasubbag_gives_it_up_and_then_nobody_does_anything_with_it()
    {
        foreach (var step in The.Steps)
        {
            var dossier = The.DossierAt(step);
            var refusal = Procedure.WhyNot(dossier, Act.Cancel, The.Kasubbag, The.Start);
            Assert.Equal(step <= Step.Validate, refusal is null);
            if (refusal is not null)
            {
                Assert.Equal(RefusalKind.Conflict, refusal.Kind);
                Assert.Throws<InvalidOperationException>(() => dossier.Cancel("Dibuka keliru.", The.Kasubbag, The.Start));
                continue;
            }

            dossier.Cancel("Dibuka keliru.", The.Kasubbag, The.Start);
            Assert.Equal((Move.Cancelled, Role.Kasubbag, step), (dossier.History[^1].Move, dossier.History[^1].Capacity, dossier.Step));
            Assert.All(
                new[] { Act.Work, Act.Complete, Act.SendBack, Act.Cancel },
                act => Assert.Equal(
                    RefusalKind.Conflict,
                    Procedure.WhyNot(dossier, act, act == Act.Cancel ? The.Kasubbag : The.Performer(step), The.Start)!.Kind));
            Assert.Null(Procedure.WhyNot(dossier, Act.View, The.Asn, The.Start));
        }
    }

    [Fact]
    public void Nobody_else_does_not_on_the_own_dossier_and_not_without_a_reason()
    {
        var dossier = The.DossierAt(Step.Input);
        foreach (var actor in new[] { The.Asn, The.Analis, The.AtasanLangsung, The.KepalaDinas, The.Person(The.AsnId, "x", Role.Kasubbag) })
        {
            Assert.Equal(RefusalKind.Forbidden, Procedure.WhyNot(dossier, Act.Cancel, actor, The.Start)!.Kind);
        }

        Assert.Equal(RefusalKind.NotFound, Procedure.WhyNot(dossier, Act.Cancel, The.Outsider, The.Start)!.Kind);
        Assert.Throws<ArgumentException>(() => dossier.Cancel(" ", The.Kasubbag, The.Start));
        Assert.Throws<ArgumentNullException>(() => dossier.Cancel(null!, The.Kasubbag, The.Start));
    }

    [Fact]
    public void A_result_that_was_issued_once_is_not_given_up_while_it_is_rated_anew() =>
        Assert.Equal(RefusalKind.Conflict, Procedure.WhyNot(The.Decided(nilaiTetap: false), Act.Cancel, The.Kasubbag, The.Start)!.Kind);
}
