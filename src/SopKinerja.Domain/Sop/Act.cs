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
}
