using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>
/// The work on one question, which its asker may end: by changing the question, or by wanting no more of the answer. Thread-safe.
/// </summary>
internal sealed class OpenTurn : IDisposable
{
    private readonly Lock _gate = new();
    private readonly OpenTurns _turns;
    private readonly CancellationTokenSource _source;
    private bool _isOver;

    /// <summary>Begins; <see cref="OpenTurns"/> does.</summary>
    public OpenTurn(OpenTurns turns, ChatQuestionId question, bool isPosting, CancellationToken cancellationToken)
    {
        (_turns, Question, IsPosting) = (turns, question, isPosting);
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Token = _source.Token;
    }

    /// <summary>The question.</summary>
    public ChatQuestionId Question { get; }

    /// <summary>The answer is there and is being posted.</summary>
    public bool IsPosting { get; }

    /// <summary>Ends the work.</summary>
    public CancellationToken Token { get; }

    /// <summary>Its asker changed the question or took it back.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Its reader wants no more of the answer.</summary>
    public bool IsAbandoned { get; private set; }

    /// <summary>Ends it, for the question is another one now.</summary>
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

    /// <summary>Ends the work on an answer that nobody waits for any more.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            if (!_isOver && !IsPosting)
            {
                IsAbandoned = true;
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
