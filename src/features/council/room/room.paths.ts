/** Every address of the council's room, and that of the discussion of one case, which the consultation answers. */
export const roomPaths = {
  council: '/council',
  room: '/council/room',
  roomPage: (page: number) => `/council/room?page=${page}`,
  discussion: (requestId: string) => `/council/requests/${requestId}/discussion`,
  discussionPage: (requestId: string, page: number) => `/council/requests/${requestId}/discussion?page=${page}`,
  file: (fileId: string) => `/council/room/files/${fileId}`,
  correction: (noteId: string) => `/council/room/notes/${noteId}/correction`,
  withdrawal: (noteId: string) => `/council/room/notes/${noteId}/withdrawal`,
} as const;
