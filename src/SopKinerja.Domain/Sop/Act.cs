namespace SopKinerja.Domain.Sop;

public enum Act
{
    View,

    ViewResult,

    ViewObjection,

    Work,

    Complete,

    SendBack,

    Object,

    Cancel,

    Deliver,

    Withdraw,

    Propose,

    Reconsider,

    /// <summary>As a second officer: lets a request to sign go that nobody answered, or takes a certificate for that of its
    /// signer.</summary>
    Release,
}
