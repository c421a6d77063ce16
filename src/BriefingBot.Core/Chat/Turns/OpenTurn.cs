using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>The work on one question, which its asker may end. Thread-safe.</summary>
internal sealed class OpenTurn : IDisposable
{
    private readonly Lock _gate = new();
    private readonly OpenTurns _turns;
    private readonly CancellationTokenSource _source;
    private bool _isOver;

    /// <summary>Begins; <see cref="OpenTurns"/> does.</summary>
    public OpenTurn(OpenTurns turns, ChatQuestionId question, CancellationToken cancellationToken)
    {
        (_turns, Question) = (turns, question);
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Token = _source.Token;
    }

    /// <summary>The question.</summary>
    public ChatQuestionId Question { get; }

    /// <summary>Ends the work.</summary>
    public CancellationToken Token { get; }

    /// <summary>Its asker ended it.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Ends it.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                IsStopped = true;
                _source.Cancel();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _turns.End(this);
        lock (_gate)
        {
            _isOver = true;
        }

        _source.Dispose();
    }
}
