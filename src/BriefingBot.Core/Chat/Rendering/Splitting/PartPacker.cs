namespace BriefingBot.Core.Chat.Rendering.Splitting;

/// <summary>Fills one message after the other; a message is closed when the next unit finds no room in it.</summary>
internal sealed class PartPacker(ChatMarkup markup, MessageLimits limits)
{
    private readonly int _separator = markup.Measure(MessagePart.Separator);
    private readonly List<List<PartBlock>> _parts = [];
    private List<PartBlock> _part = [];
    private int _partLength;
    private AnswerBlock? _block;
    private string _open = "";

    /// <summary>The blocks of each message.</summary>
    public List<List<PartBlock>> Pack(IEnumerable<AnswerBlock> blocks)
    {
        foreach (var block in blocks)
        {
            CloseBlock();
            _block = block;
            int i = 0;
            while (i < block.Units.Count)
            {
                int together = 1;
                while (block.Units[i + together - 1].KeepsWithNext && i + together < block.Units.Count)
                {
                    together++;
                }

                Add(block.Units.Skip(i).Take(together).ToList());
                i += together;
            }
        }

        ClosePart();
        return _parts;
    }

    private void Add(List<AnswerUnit> units)
    {
        string text = string.Join(
            _block!.Separator,
            units.Select(unit => string.Concat(unit.Inlines.Select(inline => markup.Render(inline, _block.Kind))))
        );
        if (TryAdd(text))
        {
            return;
        }

        if (units.Count > 1)
        {
            units.ForEach(unit => Add([unit]));
            return;
        }

        foreach (string piece in new UnitCutter(markup, _block.Kind, Math.Min(limits.Length, limits.BlockLength)).Cut(units[0]))
        {
            if (!TryAdd(piece))
            {
                // One character that the platform counts as more than a message: nothing smaller is left to try.
                throw new InvalidOperationException("The markup makes one character longer than a message.");
            }
        }
    }

    /// <summary>Into the open block, else into a new one of the same message, else into a new message.</summary>
    private bool TryAdd(string text)
    {
        if (_open.Length > 0)
        {
            string longer = _open + _block!.Separator + text;
            if (HasRoom(longer))
            {
                _open = longer;
                return true;
            }

            CloseBlock();
        }

        if (!HasRoom(text) || _part.Count >= limits.Blocks)
        {
            ClosePart();
        }

        if (!HasRoom(text))
        {
            return false;
        }

        _open = text;
        return true;
    }

    private bool HasRoom(string text)
    {
        int length = markup.Measure(markup.Wrap(_block!.Kind, text));
        return length <= limits.BlockLength && length + _partLength + (_part.Count == 0 ? 0 : _separator) <= limits.Length;
    }

    private void CloseBlock()
    {
        if (_open.Length == 0)
        {
            return;
        }

        string text = markup.Wrap(_block!.Kind, _open);
        _partLength += markup.Measure(text) + (_part.Count == 0 ? 0 : _separator);
        _part.Add(new PartBlock(_block.Kind, text));
        _open = "";
    }

    private void ClosePart()
    {
        CloseBlock();
        if (_part.Count > 0)
        {
            _parts.Add(_part);
            (_part, _partLength) = ([], 0);
        }
    }
}
