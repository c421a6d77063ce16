namespace BriefingBot.Core.Commands;

/// <summary>
/// What came of a command, for the adapter to render. Besides the result of its own kind every command may give a
/// <see cref="CommandRefused"/> or a <see cref="CommandFailed"/>.
/// </summary>
public abstract record CommandResult
{
    private protected CommandResult() { }
}
