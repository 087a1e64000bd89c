//! Cells that must hold the same value: a union-find structure that can take steps back.

/// A cell by its number.
pub(crate) type Cell = usize;

/// The classes of equal cells.
#[derive(Debug)]
pub(crate) struct Classes {
    parent: Vec<Cell>,
    size: Vec<u32>,
    /// A ring through the cells of each class.
    next: Vec<Cell>,
    /// What a class is known to hold, at its root.
    known: Vec<Option<String>>,
    journal: Vec<(Cell, Cell, Option<String>)>,
}

impl Classes {
    /// So many cells, each in a class of its own.
    pub(crate) fn new(cells: usize) -> Classes {
        Classes {
            parent: (0..cells).collect(),
            size: vec![1; cells],
            next: (0..cells).collect(),
            known: vec![None; cells],
            journal: Vec::new(),
        }
    }

    /// What stands for the class of a cell.
    pub(crate) fn find(&self, mut cell: Cell) -> Cell {
        while self.parent[cell] != cell {
            cell = self.parent[cell];
        }
        cell
    }

    /// What a cell is known to hold.
    pub(crate) fn known(&self, cell: Cell) -> Option<&str> {
        self.known[self.find(cell)].as_deref()
    }

    /// Says what a cell holds.
    pub(crate) fn fix(&mut self, cell: Cell, value: String) {
        let root = self.find(cell);
        self.known[root] = Some(value);
    }

    /// The cells of a class.
    pub(crate) fn members(&self, cell: Cell) -> Vec<Cell> {
        let mut members = vec![cell];
        let mut at = self.next[cell];
        while at != cell {
            members.push(at);
            at = self.next[at];
        }
        members
    }

    /// Makes two cells equal and returns the cells of the smaller class, which now have new equals. Nothing
    /// when they were equal before; an error when they are known to differ.
    pub(crate) fn unite(&mut self, one: Cell, other: Cell) -> Result<Vec<Cell>, Different> {
        let (one, other) = (self.find(one), self.find(other));
        if one == other {
            return Ok(Vec::new());
        }
        let (large, small) = if self.size[one] >= self.size[other] { (one, other) } else { (other, one) };
        if let (Some(one), Some(other)) = (&self.known[large], &self.known[small])
            && one != other
        {
            return Err(Different);
        }
        let members = self.members(small);
        let known = self.known[large].clone();
        self.parent[small] = large;
        self.size[large] += self.size[small];
        self.next.swap(large, small);
        if known.is_none() {
            self.known[large] = self.known[small].clone();
        }
        self.journal.push((large, small, known));
        Ok(members)
    }

    /// A point to come back to.
    pub(crate) fn mark(&self) -> usize {
        self.journal.len()
    }

    /// Takes back every union since the mark.
    pub(crate) fn undo(&mut self, mark: usize) {
        while self.journal.len() > mark {
            if let Some((large, small, known)) = self.journal.pop() {
                self.known[large] = known;
                self.next.swap(large, small);
                self.size[large] -= self.size[small];
                self.parent[small] = small;
            }
        }
    }
}

/// Two cells are known to hold different values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Different;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unions_can_be_taken_back() {
        let mut classes = Classes::new(5);
        classes.fix(0, "x".to_owned());
        classes.fix(4, "y".to_owned());
        classes.unite(0, 1).unwrap();
        let mark = classes.mark();
        classes.unite(2, 3).unwrap();
        classes.unite(3, 1).unwrap();
        assert_eq!(classes.known(2), Some("x"));
        assert_eq!(classes.unite(2, 4), Err(Different));
        assert_eq!(classes.members(0).len(), 4);
        classes.undo(mark);
        assert_eq!(classes.known(2), None);
        assert_eq!(classes.members(0).len(), 2);
        assert_ne!(classes.find(2), classes.find(3));
    }
}
